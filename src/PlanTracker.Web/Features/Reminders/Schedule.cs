using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Reminders;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Features.Reminders;

/// <summary>What the reminders of a plan go by. Plans that go by the same share one instance's parts.</summary>
public sealed record Schedule(Ladder Ladder, WorkingCalendar Calendar)
{
    public IReadOnlyList<PlannedReminder> Upcoming(ReminderFacts facts, DateOnly from, DateOnly to) =>
        ReminderPlanner.Upcoming(facts, from, to, Ladder, Calendar);
}

/// <summary>The schedules of all plans: a plan's own ladder, else its place's, else the usual one; and the calendar of its place.</summary>
public sealed class ScheduleBook
{
    private readonly IReadOnlyDictionary<Guid, Ladder> ofPlans;
    private readonly IReadOnlyDictionary<Guid, Ladder> ofPlaces;
    private readonly Func<Guid, WorkingCalendar> calendars;

    private ScheduleBook(IReadOnlyDictionary<Guid, Ladder> ofPlans, IReadOnlyDictionary<Guid, Ladder> ofPlaces, Func<Guid, WorkingCalendar> calendars) =>
        (this.ofPlans, this.ofPlaces, this.calendars) = (ofPlans, ofPlaces, calendars);

    /// <param name="db">The context they are read by.</param>
    /// <param name="calendars">By place: the shelf's, or others that are only tried.</param>
    public static async Task<ScheduleBook> Read(PlanTrackerDbContext db, Func<Guid, WorkingCalendar> calendars, CancellationToken cancellation) => new(
        (await db.Plans.AsNoTracking().Where(x => x.Ladder != null).Select(x => new { x.Id, x.Ladder }).ToListAsync(cancellation))
            .ToDictionary(x => x.Id, x => x.Ladder!),
        (await db.Jurisdictions.AsNoTracking().Where(x => x.Ladder != null).Select(x => new { x.Id, x.Ladder }).ToListAsync(cancellation))
            .ToDictionary(x => x.Id, x => x.Ladder!),
        calendars);

    /// <summary>The same, but one plan, or the plans of one place without a ladder of their own, by a ladder that is only tried.</summary>
    public ScheduleBook Trying(Ladder ladder, Guid? planId, Guid jurisdictionId) => planId is { } plan
        ? new(With(ofPlans, plan, ladder), ofPlaces, calendars)
        : new(ofPlans, With(ofPlaces, jurisdictionId, ladder), calendars);

    /// <summary>The same, but a plan by its place's ladder again.</summary>
    public ScheduleBook Without(Guid planId) => new(ofPlans.Where(x => x.Key != planId).ToDictionary(), ofPlaces, calendars);

    public Schedule Of(Guid planId, Guid jurisdictionId) =>
        ofPlans.TryGetValue(planId, out var own) ? new(own, calendars(jurisdictionId)) : OfPlace(jurisdictionId);

    /// <summary>Of its plans without a ladder of their own.</summary>
    public Schedule OfPlace(Guid jurisdictionId) =>
        new(ofPlaces.TryGetValue(jurisdictionId, out var usual) ? usual : Ladder.Default, calendars(jurisdictionId));

    /// <summary>Plans with a ladder of their own, those with the same one together.</summary>
    public IEnumerable<(Ladder Ladder, IReadOnlyList<Guid> Plans)> Own => ofPlans.GroupBy(x => x.Value)
        .Select(group => (group.Key, (IReadOnlyList<Guid>)[.. group.Select(x => x.Key)]));

    private static Dictionary<Guid, Ladder> With(IReadOnlyDictionary<Guid, Ladder> before, Guid id, Ladder ladder) => new(before) { [id] = ladder };
}
