using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision.Letter;

/// <summary>The office mends the words of a draft, the day by which it asks for an answer, and which tasks it speaks of.</summary>
public static class EditLetter
{
    public const int LongestTitle = 120;
    public const int LongestWords = 1000;

    /// <param name="Kept">Ids of its tasks that stay.</param>
    /// <param name="Version">As it was read.</param>
    public sealed record Command(Guid Id, int Version, string Title, string Opening, string Closing, DateOnly AnswerBy, IReadOnlyList<Guid> Kept) : ICommand<Outcome<Done>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock) : IHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            var letter = await db.RequestLetters.Include(x => x.Tasks).SingleOrDefaultAsync(x => x.Id == request.Id, cancellationToken);
            if (letter is null || !actor.Coordinates(letter.JurisdictionId))
                return RefusalKind.NotFound;
            if (letter.State.After(LetterDeed.Edit) is null)
                return RefusalKind.LetterIsOut;
            if (letter.Version != request.Version)
                return RefusalKind.ChangedMeanwhile;
            var (title, opening, closing) = (request.Title.Trim(), Lines(request.Opening), Lines(request.Closing));
            if (title.Length == 0 || opening.Length == 0 || closing.Length == 0)
                return new Refusal(RefusalKind.Missing, title.Length == 0 ? "标题" : opening.Length == 0 ? "函件开头" : "函件结尾");
            if (title.Length > LongestTitle || opening.Length > LongestWords || closing.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{(title.Length > LongestTitle ? LongestTitle : LongestWords)}");
            if (request.AnswerBy <= clock.Today)
                return new Refusal(RefusalKind.Invalid, "复函日期");
            var taken = letter.Tasks.Where(x => !request.Kept.Contains(x.Id)).ToList();
            if (taken.Count == letter.Tasks.Count)
                return new Refusal(RefusalKind.Missing, "所选任务");
            (letter.Title, letter.Opening, letter.Closing, letter.AnswerBy) = (title, opening, closing, request.AnswerBy);
            db.LetterTasks.RemoveRange(taken);
            foreach (var (task, index) in letter.Tasks.Except(taken).OrderBy(x => x.Position).Select((x, i) => (x, i)))
                task.Position = index + 1;
            return await db.SaveIfFirst(Done.It, cancellationToken);
        }

        private static string Lines(string words) => words.ReplaceLineEndings("\n").Trim();
    }
}
