using PlanTracker.Domain.Measures;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Measures;

/// <summary>Lays random occurrences whose days lie close round today, so that every boundary is met.</summary>
public sealed class Histories
{
    private readonly TestApp app;
    private readonly World world;
    private readonly Random random;

    private Histories(TestApp app, World world, int seed) => (this.app, this.world, random) = (app, world, new Random(seed));

    public List<Plan> Plans { get; } = [];

    public List<ReportingRound> Rounds { get; } = [];

    public List<Occurrence> Occurrences { get; } = [];

    public static async Task<Histories> Lay(TestApp app, World world, int seed, int count)
    {
        Histories laid = new(app, world, seed);
        laid.Make(count);
        await app.InStore(async db =>
        {
            db.AddRange(laid.Plans);
            db.AddRange(laid.Rounds);
            return await db.SaveChangesAsync();
        });
        return laid;
    }

    public static MeasureFacts FactsOf(Occurrence x) => new()
    {
        Role = x.Role, State = x.State, HandedOverOn = x.OpenedOn, OriginalDueOn = x.OriginalDueOn, DueOn = x.DueOn, IsUnconfirmed = !x.DeadlineConfirmed,
        IsOngoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestWaitingSince = x.RequestedOn, LastReportedOn = x.LastReportedOn, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil,
    };

    private void Make(int count)
    {
        OrgUnit[] units = [world.Justice, world.Development, world.Finance, world.Town];
        for (var i = 0; i < 4; i++)
        {
            Plan plan = new()
            {
                Id = app.Clock.NewId(), JurisdictionId = i == 3 ? world.Neighbour.Id : world.County.Id, Title = $"计划{i}", FirstYear = 2026, LastYear = i == 1 ? 2030 : 2026,
                PublishedOn = app.Today.AddDays(-100), ImportDraftId = app.Clock.NewId(), LightFamily = i == 2 ? LightFamily.ByPace : LightFamily.ByDaysLeft,
            };
            Plans.Add(plan);
            if (i < 3)
            {
                Rounds.Add(new ReportingRound
                {
                    Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Name = "上期", OpensOn = app.Today.AddDays(-20 - i),
                    CutOffOn = app.Today.AddDays(-5 + i), FiguresUpTo = app.Today.AddDays(-5 + i),
                });
            }
        }

        for (var i = 0; i < count; i++)
        {
            var plan = Plans[random.Next(Plans.Count)];
            PlanTask task = new() { Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, Position = i, Number = $"{i}", Title = $"任务{i}" };
            if (random.Next(3) == 0)
                task.Milestones.Add(new Milestone { Id = app.Clock.NewId(), DueOn = app.Today.AddDays(random.Next(-40, 4)), Words = "节点" });
            var unit = units[random.Next(units.Length)];
            Assignment assignment = new()
            {
                Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, OrgUnitId = unit.Id, Role = (Role)random.Next(3),
            };
            var occurrence = Run(plan, task, assignment);
            assignment.Occurrences.Add(occurrence);
            task.Assignments.Add(assignment);
            plan.Tasks.Add(task);
            Occurrences.Add(occurrence);
        }
    }

    private Occurrence Run(Plan plan, PlanTask task, Assignment assignment)
    {
        var due = Sometimes(8, 4);
        return new Occurrence
        {
            Id = app.Clock.NewId(), JurisdictionId = plan.JurisdictionId, PlanId = plan.Id, PlanTaskId = task.Id, OrgUnitId = assignment.OrgUnitId, Role = assignment.Role,
            State = (OccurrenceState)random.Next(11), OpenedOn = app.Today.AddDays(-random.Next(45)), Ongoing = random.Next(6) == 0,
            OriginalDueOn = random.Next(3) == 0 ? Sometimes(8, 4) : due, DueOn = due, DeadlineConfirmed = random.Next(5) > 0, RequestedOn = Sometimes(3, 4),
            FinishedOn = Sometimes(3, 4), LastReportedOn = Sometimes(6, 45), Percent = random.Next(101), RedUntil = Sometimes(2, 40),
            AskedLateBy = random.Next(4) == 0 ? random.Next(1, 10) : 0,
        };
    }

    // So many times out of ten, within so many days on either side of today.
    private DateOnly? Sometimes(int outOfTen, int days) => random.Next(10) < outOfTen ? app.Today.AddDays(random.Next(-days, days + 1)) : null;
}
