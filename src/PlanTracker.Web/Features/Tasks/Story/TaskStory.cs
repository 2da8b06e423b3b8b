using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Editions;
using PlanTracker.Domain.Progress;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Supervision;

namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>Everything about one task in one of its periods, for who may read it, with what he may do now.</summary>
public static class TaskStory
{
    /// <param name="Period">First day of the period of a recurring task; null: the one that runs.</param>
    /// <param name="AsOf">A past day: how all stood then, with nothing to be done; null: today.</param>
    public sealed record Query(Guid TaskId, DateOnly? Period = null, DateOnly? AsOf = null) : IQuery<Outcome<Result>>;

    public sealed record Result(
        Facts Task, Excerpt? Source, IReadOnlyList<DateOnly> Periods, DateOnly? Period, IReadOnlyList<Part> Parts, IReadOnlyList<Report> Reports,
        IReadOnlyList<Entry> History, IReadOnlyList<Attached> Scans, IReadOnlyList<OtherUnit> Registry, bool IsReportedByReader,
        IReadOnlyList<Wording> Wordings, IReadOnlyList<OtherUnit> Named)
    {
        /// <summary>Parts whose milestones the reader may say not to be reached.</summary>
        public IReadOnlyList<Guid> MayTakeBack { get; init; } = [];

        /// <summary>Of a joint task, who has said nothing of his part yet: what a lead asks before it closes for all.</summary>
        public IReadOnlyList<Part> Behind(Part part) => IsLeadOfMany(part) ? [.. Parts.Where(x => x.Id != part.Id && x.Columns is { State.IsOver: false, LastReportedOn: null })] : [];

        /// <summary>Of a joint task with several leads, the others that have not asked to close: all of them confirm.</summary>
        public IReadOnlyList<Part> OtherLeads(Part part) => IsLeadOfMany(part)
            ? [.. Parts.Where(x => x.Id != part.Id && x.Role == Role.Lead && x.Columns is { State.IsOver: false, State.IsAwaitingReview: false })]
            : [];

        private bool IsLeadOfMany(Part part) => Task.Sharing == Sharing.Joint && part.Role == Role.Lead && !part.Columns.State.IsOver;

        /// <summary>Whether parts of those who cooperate were closed with this lead's and might be reopened with it.</summary>
        public bool HasClosedHelpers(Part part) => Task.Sharing == Sharing.Joint && part.Role != Role.Cooperating
            && Parts.Any(x => x.Role == Role.Cooperating && x.Columns.State == OccurrenceState.Closed);
    }

    public sealed record Facts
    {
        public required Guid Id { get; init; }
        public required Guid PlanId { get; init; }
        public required Guid JurisdictionId { get; init; }
        public required string JurisdictionPath { get; init; }
        public required string Plan { get; init; }
        public required string Number { get; init; }
        public required string Section { get; init; }
        public required string Title { get; init; }
        public required string Body { get; init; }
        public required string Targets { get; init; }
        public required string Leaders { get; init; }
        public required string Collectives { get; init; }
        public required bool AndOthers { get; init; }
        public required Sharing Sharing { get; init; }
        public required Recurrence? Recurrence { get; init; }
        public required DayInPeriod? PeriodDay { get; init; }
        public required bool EvidenceWanted { get; init; }
        public required DateOnly? WithdrawnOn { get; init; }
        public required int? SpanStart { get; init; }
        public required int? SpanEnd { get; init; }
        public required IReadOnlyList<Dated> Milestones { get; init; }

        /// <summary>The plan's lights go by the planned pace.</summary>
        public required bool ByPace { get; init; }
    }

    /// <summary>The task as one edition of its plan words it.</summary>
    /// <param name="Change">What the edition did to it; null in the first.</param>
    /// <param name="IsDeclined">The document said something else, and that was not adopted.</param>
    public sealed record Wording(int Ordinal, DateOnly PublishedOn, ChangeKind? Change, bool IsDeclined, WordedTask Task);

    public sealed record Dated(DateOnly On, string Words);

    /// <summary>The words of the plan that the task was read from, with a little of what stands round them.</summary>
    public sealed record Excerpt(string Before, string Marked, string After);

    /// <summary>One unit's part of the task, in the period shown.</summary>
    public sealed record Part
    {
        public required Guid Id { get; init; }
        public required Guid UnitId { get; init; }
        public required string Unit { get; init; }
        public required Role Role { get; init; }
        public required bool Provisional { get; init; }
        public required bool Gathers { get; init; }
        public required DateOnly? PeriodFrom { get; init; }
        public required DateOnly? OriginalDueOn { get; init; }
        public required DateOnly? SignedOn { get; init; }
        public required LightColumns Columns { get; init; }
        public Light Light { get; init; }
        public DateOnly? ExtensionAskedFor { get; init; }
        public DateOnly? ExtensionAskedOn { get; init; }
        public string ExtensionWords { get; init; } = "";
        public string CompletionWords { get; init; } = "";

        /// <summary>What the unit has typed, or taken from a report, and not yet handed in; null for all others.</summary>
        public Typed? Draft { get; init; }
        public IReadOnlyList<Act> Acts { get; init; } = [];
        public TaskLife Life { get; init; } = TaskLife.None;

        /// <summary>Whether the unit says when the task's milestones are reached.</summary>
        public bool AnswersForMilestones => Milestones.AreAskedOf(Role);
        public MilestoneMarks Reached => MilestoneMarks.Parse(Columns.Reached);
    }

    public sealed record Typed(string Words, string Figures, int? Percent, string Reached);

    /// <param name="Entered">代录: the office enters it for the unit or the leader.</param>
    public sealed record Act(Step Step, bool Entered);

    public sealed record Report(
        Guid Id, Guid OccurrenceId, string Unit, DateOnly On, string Words, int Percent, string Figures, bool NothingNew, bool StillDone, string Reached, string ByName, EntrySource Source, string? ReturnedBecause,
        string ReturnedByName, DateTime? ReturnedAt, string? Round, IReadOnlyList<Attached> Evidence);

    public sealed record Attached(Guid Id, string FileName, long Size);

    public sealed record Entry(
        DateTime At, DateOnly On, string Unit, Step Step, OccurrenceState From, OccurrenceState To, string ByName, EntrySource Source, string Words,
        string Changed, string Before, string After);

    public sealed record OtherUnit(Guid Id, string Name);

    public sealed class Handler(PlanTrackerDbContext db, Actor actor, Clock clock, Sight sight, OccurrenceLights lights, PastStandings standings) : IHandler<Query, Outcome<Result>>
    {
        private const int Around = 120;

        public async Task<Outcome<Result>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await FactsOf(request.TaskId, cancellationToken) is not { } task)
                return RefusalKind.NotFound;
            var all = await Parts(task, request.AsOf, cancellationToken);
            List<DateOnly> periods = [.. all.Select(x => x.PeriodFrom).OfType<DateOnly>().Distinct().Order()];
            var period = request.Period is { } asked && periods.Contains(asked) ? asked : Running(all, request.AsOf ?? clock.Today);
            List<Part> parts = [.. all.Where(x => x.PeriodFrom == period)];
            Guid[] ids = [.. parts.Select(x => x.Id)];
            var until = request.AsOf is { } last ? Clock.ToUtc(last.AddDays(1), TimeOnly.MinValue) : DateTime.MaxValue;
            var history = await History(ids, until, cancellationToken);
            return new Result(
                task, await ExcerptOf(task, cancellationToken), periods, period, parts, await Reports(ids, until, cancellationToken), history,
                await Scans(ids, until, cancellationToken), parts.Any(x => x.Acts.Count > 0) ? await Registry(task, cancellationToken) : [], parts.Any(x => actor.IsOfUnit(x.UnitId)),
                [.. (await Wordings(task, cancellationToken)).Where(x => x.PublishedOn <= (request.AsOf ?? DateOnly.MaxValue))], await Named(history, cancellationToken))
            {
                MayTakeBack = [.. parts.Where(x => sight.FunctionsFor(x.UnitId, task.JurisdictionId).Any(by =>
                    StepTable.Possible(x.Columns.State, by).Contains(Step.TakeBackMilestone))).Select(x => x.Id)],
            };
        }

        private async Task<Facts?> FactsOf(Guid id, CancellationToken cancellation) => await (await sight.Tasks(cancellation)).Where(x => x.Id == id)
            .Select(x => new Facts
            {
                Id = x.Id, PlanId = x.PlanId, JurisdictionId = x.JurisdictionId, JurisdictionPath = x.Plan.Jurisdiction.Path, Plan = x.Plan.Title, Number = x.Number, Section = x.Section, Title = x.Title,
                Body = x.Body, Targets = x.Targets, Leaders = x.Leaders, Collectives = x.Collectives, AndOthers = x.AndOthers, Sharing = x.Sharing,
                Recurrence = x.Recurrence, PeriodDay = x.PeriodDay, EvidenceWanted = x.EvidenceWanted, WithdrawnOn = x.WithdrawnOn, SpanStart = x.SpanStart, SpanEnd = x.SpanEnd,
                Milestones = x.Milestones.OrderBy(m => m.DueOn).Select(m => new Dated(m.DueOn, m.Words)).ToList(),
                ByPace = x.Plan.LightFamily == LightFamily.ByPace,
            })
            .SingleOrDefaultAsync(cancellation);

        private async Task<List<Part>> Parts(Facts task, DateOnly? asOf, CancellationToken cancellation)
        {
            var own = actor.UnitIds;
            var rows = await db.Occurrences.AsNoTracking().Where(x => x.PlanTaskId == task.Id)
                .OrderBy(x => x.Role).ThenBy(x => x.OrgUnit.Position).ThenBy(x => x.OrgUnit.Name)
                .Select(x => new Part
                {
                    Id = x.Id, UnitId = x.OrgUnitId, Unit = x.OrgUnit.Name, Role = x.Role, Provisional = x.Assignment.Provisional, Gathers = x.Assignment.Gathers,
                    PeriodFrom = x.PeriodFrom, OriginalDueOn = x.OriginalDueOn, SignedOn = x.SignedOn,
                    ExtensionAskedFor = db.ExtensionRequests.Where(e => e.OccurrenceId == x.Id && e.Decision == Decision.Waiting)
                        .Select(e => (DateOnly?)e.NewDueOn).FirstOrDefault(),
                    ExtensionAskedOn = db.ExtensionRequests.Where(e => e.OccurrenceId == x.Id && e.Decision == Decision.Waiting)
                        .Select(e => (DateOnly?)e.RequestedOn).FirstOrDefault(),
                    ExtensionWords = db.ExtensionRequests.Where(e => e.OccurrenceId == x.Id && e.Decision == Decision.Waiting).Select(e => e.Words).FirstOrDefault() ?? "",
                    CompletionWords = db.CompletionRequests.Where(e => e.OccurrenceId == x.Id && e.Decision == Decision.Waiting).Select(e => e.Words).FirstOrDefault() ?? "",
                    Draft = own.Contains(x.OrgUnitId) ? db.ReportDrafts.Where(d => d.OccurrenceId == x.Id).Select(d => new Typed(d.Words, d.Figures, d.Percent, d.Reached)).FirstOrDefault() : null,
                    Columns = new LightColumns
                    {
                        PlanId = x.PlanId, PlanTaskId = x.PlanTaskId, State = x.State, OpenedOn = x.OpenedOn, DueOn = x.DueOn,
                        DeadlineConfirmed = x.DeadlineConfirmed, Ongoing = x.Ongoing, FinishedOn = x.FinishedOn, RequestedOn = x.RequestedOn,
                        Percent = x.Percent, LastReportedOn = x.LastReportedOn, RedUntil = x.RedUntil, AskedLateBy = x.AskedLateBy, HeldByOtherUntil = x.HeldByOtherUntil, Reached = x.Reached, Role = x.Role,
                        UnitKind = x.OrgUnit.Kind,
                    },
                })
                .ToListAsync(cancellation);
            if (asOf is { } day)
                return await PartsOn(day, task, rows, cancellation);
            var book = await lights.Of([task.PlanId], cancellation);
            var life = await TaskLife.Load(db, actor, clock.Today, task, rows, cancellation);
            return [.. rows.Select(x => x with { Light = book.LightOf(x.Columns), Life = life(x) }).Select(x => x with { Acts = ActsOn(x, task) })];
        }

        private async Task<List<Part>> PartsOn(DateOnly day, Facts task, List<Part> now, CancellationToken cancellation)
        {
            var stood = (await standings.SetBack(db.Occurrences.Where(x => x.PlanTaskId == task.Id), day, cancellation)).ToDictionary(x => x.Id);
            Guid[] ids = [.. stood.Values.Select(x => x.OrgUnitId).Distinct()];
            var units = await db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => (x.Name, x.Kind), cancellation);
            var book = await lights.Of([task.PlanId], day, cancellation);
            return [.. now.Where(x => stood.ContainsKey(x.Id)).Select(x =>
            {
                var then = stood[x.Id];
                var columns = LightColumns.Of(then, units[then.OrgUnitId].Kind);
                return x with
                {
                    UnitId = then.OrgUnitId, Unit = units[then.OrgUnitId].Name, OriginalDueOn = then.OriginalDueOn, SignedOn = then.SignedOn, Columns = columns,
                    Light = book.LightOf(columns), ExtensionAskedFor = null, ExtensionWords = "", CompletionWords = "", Draft = null,
                };
            })];
        }

        /// <summary>Units that the history speaks of by their ids.</summary>
        private Task<List<OtherUnit>> Named(IReadOnlyList<Entry> history, CancellationToken cancellation)
        {
            Guid[] ids = [.. history.Where(x => x.Changed is nameof(Occurrence.OrgUnitId) or nameof(Occurrence.MergedIntoId) or Projection.TakenOver or "ProposedUnit").SelectMany(x => new[] { x.Before, x.After })
                .Select(x => Guid.TryParse(x, out var id) ? id : Guid.Empty).Distinct()];
            return db.OrgUnits.AsNoTracking().Where(x => ids.Contains(x.Id)).Select(x => new OtherUnit(x.Id, x.Name)).ToListAsync(cancellation);
        }

        private Act[] ActsOn(Part part, Facts task) => [.. sight.FunctionsFor(part.UnitId, task.JurisdictionId)
            .SelectMany(function => StepTable.Possible(part.Columns.State, function)
                .Select(step => new Act(step, StepTable.IsEnteredForAnother(step, part.Columns.State, function))))
            .Concat(FromAbove(part, task))
            .Where(act => IsAsked(act.Step, part))
            .OrderBy(act => act.Entered).DistinctBy(act => act.Step).OrderBy(act => act.Entered).ThenBy(act => Place(act.Step))];

        // A leader of the city instructs and urges in its counties, and decides nothing there.
        private IEnumerable<Act> FromAbove(Part part, Facts task) => actor.Leads(task.JurisdictionPath)
            ? StepTable.Possible(part.Columns.State, Function.Leader).Where(x => x is Step.Urge or Step.Instruct).Select(x => new Act(x, Entered: false))
            : [];

        // Answers are offered where something waits for them; some steps are taken for many tasks at once, on pages of their own.
        private static bool IsAsked(Step step, Part part) => step switch
        {
            Step.ConfirmDeadline or Step.Amend or Step.CarryOver or Step.Transfer or Step.Merge or Step.TakeOver
                or Step.ReachMilestone or Step.TakeBackMilestone => false,
            Step.Urge => !part.Columns.UnitKind.IsAskedByLetter && !part.Columns.Ongoing,
            Step.Report => !part.Columns.Ongoing,
            Step.ConfirmOngoing => part.Columns.Ongoing,
            Step.ApproveExtension or Step.RefuseExtension => part.ExtensionAskedFor is not null,
            Step.RaiseObjection => part.Life.OpenDecisions.Count > 0,
            Step.UpholdDecision or Step.ChangeDecision => part.Life.Objections.Any(x => x is { Decision: Decision.Waiting, IsOwn: false }),
            _ => true,
        };

        // The everyday ones first, those that set aside last.
        private static int Place(Step step) => step switch
        {
            Step.Sign or Step.Accept or Step.HeadApprove or Step.Approve or Step.ApproveExtension => 0,
            Step.Report or Step.ConfirmOngoing or Step.Return or Step.RefuseExtension => 1,
            Step.RequestCompletion or Step.UpholdAssignment or Step.Divide => 2,
            Step.Instruct or Step.Urge => 2,
            Step.RequestExtension or Step.Reassign or Step.Resume or Step.Reopen => 3,
            Step.Suspend or Step.RequestSuspension => 4,
            _ => 5,
        };

        // The newest that has begun and is not over; else the last that has begun; else the first.
        private static DateOnly? Running(List<Part> all, DateOnly today)
        {
            var begun = all.Where(x => x.Columns.OpenedOn <= today).ToList();
            return (begun.Where(x => !x.Columns.State.IsOver).MaxBy(x => x.PeriodFrom) ?? begun.MaxBy(x => x.PeriodFrom) ?? all.MinBy(x => x.PeriodFrom))?.PeriodFrom;
        }

        private async Task<Excerpt?> ExcerptOf(Facts task, CancellationToken cancellation)
        {
            if (task is not { SpanStart: { } start, SpanEnd: { } end } || end <= start)
                return null;
            var from = Math.Max(0, start - Around);
            var length = end - from + Around;
            var text = await db.Plans.Where(x => x.Id == task.PlanId).Select(x => x.SourceText.Substring(from, length)).SingleAsync(cancellation);
            var (a, b) = (Math.Min(start - from, text.Length), Math.Min(end - from, text.Length));
            return text.Length == 0 ? null : new Excerpt((from > 0 ? "……" : "") + text[..a], text[a..b], text[b..]);
        }

        private async Task<IReadOnlyList<Wording>> Wordings(Facts task, CancellationToken cancellation)
        {
            var wordings = await db.TaskWordings.AsNoTracking().Where(x => x.PlanTaskId == task.Id).OrderBy(x => x.PlanEdition.Ordinal)
                .Select(x => new { Wording = x, x.PlanEdition.Ordinal, x.PlanEdition.PublishedOn, x.PlanEdition.FirstYear, x.PlanEdition.LastYear }).ToListAsync(cancellation);
            return [.. wordings.Select(x => new Wording(
                x.Ordinal, x.PublishedOn, x.Wording.Change, x.Wording.IsDeclined, x.Wording.Worded(new PlanPeriod(x.FirstYear, x.LastYear))))];
        }

        private Task<List<Report>> Reports(Guid[] ids, DateTime until, CancellationToken cancellation) => db.ProgressReports.AsNoTracking()
            .Where(x => ids.Contains(x.OccurrenceId) && x.At < until)
            .OrderByDescending(x => x.On).ThenByDescending(x => x.At).ThenByDescending(x => x.Id)
            .Select(x => new Report(
                x.Id, x.OccurrenceId, x.Occurrence.OrgUnit.Name, x.On, x.Words, x.Percent, x.Figures, x.NothingNew, x.StillDone, x.Reached, x.ByName, x.Source,
                x.ReturnedAt < until ? x.ReturnedBecause : null, x.ReturnedByName, x.ReturnedAt,
                x.Round!.Name, x.Evidence.OrderBy(e => e.Id).Select(e => new Attached(e.Id, e.FileName, e.Size)).ToList()))
            .ToListAsync(cancellation);

        private Task<List<Entry>> History(Guid[] ids, DateTime until, CancellationToken cancellation) => db.OccurrenceSteps.AsNoTracking()
            .Where(x => ids.Contains(x.OccurrenceId) && x.At < until)
            .OrderByDescending(x => x.On).ThenByDescending(x => x.At).ThenByDescending(x => x.Place).ThenByDescending(x => x.Id)
            .Select(x => new Entry(
                x.At, x.On, x.Occurrence.OrgUnit.Name, x.Step, x.From, x.To, x.ByName, x.Source, x.Words, x.Changed, x.Before, x.After))
            .ToListAsync(cancellation);

        // Of papers that were entered for somebody and are no reports.
        private Task<List<Attached>> Scans(Guid[] ids, DateTime until, CancellationToken cancellation) => db.Evidence.AsNoTracking()
            .Where(x => ids.Contains(x.OccurrenceId) && x.ReportId == null && x.AnswerId == null && x.At < until)
            .OrderBy(x => x.Id).Select(x => new Attached(x.Id, x.FileName, x.Size)).ToListAsync(cancellation);

        private Task<List<OtherUnit>> Registry(Facts task, CancellationToken cancellation)
        {
            var today = clock.Today;
            return db.OrgUnits.AsNoTracking().OfRegister(task.JurisdictionId).Where(x => x.EndedOn == null || x.EndedOn > today)
                .OrderBy(x => x.Position).ThenBy(x => x.Name).Select(x => new OtherUnit(x.Id, x.Name)).ToListAsync(cancellation);
        }
    }
}
