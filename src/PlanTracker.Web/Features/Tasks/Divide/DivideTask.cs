using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Divide;

/// <summary>内部分办: the unit gives its task to an office of its own, to a person, or both; to several, one after the other.</summary>
public static class DivideTask
{
    public const int LongestOffice = 40;
    public const int LongestWords = 500;

    /// <param name="Office">As the unit calls it; may be empty where a person is named.</param>
    /// <param name="AccountId">Somebody who reports for the unit or heads it.</param>
    /// <param name="DueOn">Inner deadline; null: that of the task.</param>
    public sealed record Command(Guid OccurrenceId, string Office, Guid? AccountId, string Words, DateOnly? DueOn) : ICommand<Outcome<Guid>>;

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, StepRecorder recorder, NoticeWriter notices) : IHandler<Command, Outcome<Guid>>
    {
        public async Task<Outcome<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var occurrence = await db.Occurrences.Include(x => x.PlanTask).SingleOrDefaultAsync(x => x.Id == request.OccurrenceId, cancellationToken);
            if (occurrence is null)
                return RefusalKind.NotFound;
            if (await recorder.Forbids(occurrence, Step.Divide, cancellationToken) is { } forbidden)
                return forbidden;
            var (office, words) = (request.Office.Trim(), request.Words.Trim());
            if (office.Length == 0 && request.AccountId is null)
                return new Refusal(RefusalKind.Missing, "股室或人员");
            if (office.Length > LongestOffice || words.Length > LongestWords)
                return new Refusal(RefusalKind.TooLong, $"{(office.Length > LongestOffice ? LongestOffice : LongestWords)}");
            if (request.DueOn < clock.Today)
                return new Refusal(RefusalKind.Invalid, "内部时限");
            if (!occurrence.Ongoing && occurrence.DueOn is { } outer && request.DueOn > outer)
                return new Refusal(RefusalKind.BehindDeadline, Day(outer));
            var person = request.AccountId is { } id ? await Colleague(occurrence.OrgUnitId, id, cancellationToken) : "";
            if (person is null)
                return new Refusal(RefusalKind.Invalid, "股室或人员");
            Division division = new()
            {
                Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, OccurrenceId = occurrence.Id, OrgUnitId = occurrence.OrgUnitId, Office = office,
                AccountId = request.AccountId, PersonName = person, Words = words, DueOn = request.DueOn, ById = actor.IsSystem ? null : actor.AccountId,
                ByName = actor.Name, On = clock.Today,
            };
            StepEntry entry = new(words) { Divided = division.Kept() };
            if ((await recorder.Take(occurrence, Step.Divide, entry, cancellationToken)).Refusal is { } refusal)
                return refusal;
            db.Divisions.Add(division);
            if (request.AccountId is { } told)
            {
                var task = occurrence.PlanTask;
                notices.ToPerson(told, NoticeKind.Divided, $"/tasks/{task.Id}", [$"{task.Number} {task.Title}".Trim(), words, request.DueOn is { } due ? Day(due) : ""]);
            }

            return await db.SaveUnlessChanged(division.Id, cancellationToken);
        }

        private async Task<string?> Colleague(Guid orgUnitId, Guid accountId, CancellationToken cancellation) =>
            await db.Colleagues([orgUnitId], clock.Today).Where(x => x.AccountId == accountId).Select(x => x.Account.DisplayName).FirstOrDefaultAsync(cancellation);

        private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
