using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>Takes the national notices of a file, for all places; of one year the last one loaded counts. What was planned by the old ones and has not gone out is
/// worked out anew.</summary>
public static class LoadNotice
{
    public const int MostBytes = 256 * 1024;

    public sealed record Command(byte[] Content, string FileName) : ICommand<Outcome<Result>>;

    /// <param name="Years">Whose notices were taken.</param>
    /// <param name="Moved">Reminders that go out on another day now.</param>
    public sealed record Result(IReadOnlyList<int> Years, int Moved);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, CalendarChange change) : IHandler<Command, Outcome<Result>>
    {
        public async Task<Outcome<Result>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!actor.Is(Function.SystemAdministrator))
                return RefusalKind.NotAllowed;
            if (request.Content.Length == 0)
                return RefusalKind.FileEmpty;
            if (request.Content.Length > MostBytes)
                return new Refusal(RefusalKind.FileTooLarge, "256 KB");
            var read = HolidayNotice.Read(WithoutMark(request.Content));
            if (read.Refusal is { } refusal)
                return new Refusal(RefusalKind.NoticeUnreadable, refusal.Arguments[^1]);
            foreach (var notice in read.Value)
                await Put(notice, request.FileName, cancellationToken);
            var moved = await change.Save(null, cancellationToken);
            return moved.Refusal is { } lost ? lost : new Result([.. read.Value.Select(x => x.Year)], moved.Value);
        }

        private async Task Put(HolidayNotice notice, string fileName, CancellationToken cancellation)
        {
            var row = await db.LoadedNotices.SingleOrDefaultAsync(x => x.Year == notice.Year, cancellation);
            if (row is null)
                db.LoadedNotices.Add(row = new LoadedNotice { Id = clock.NewId(), Year = notice.Year, Content = "" });
            (row.Content, row.FileName, row.At) = (notice.Write(), Short(fileName), clock.UtcNow);
            (row.ById, row.ByName) = (actor.AccountId, actor.Name);
        }

        private static string Short(string name) => name.Length <= 200 ? name : string.Create(CultureInfo.InvariantCulture, $"{name[..199]}…");

        /// <summary>Editors of Windows put a mark before the text.</summary>
        private static ReadOnlyMemory<byte> WithoutMark(byte[] content) => content is [0xEF, 0xBB, 0xBF, ..] ? content.AsMemory(3) : content;
    }
}
