using PlanTracker.Documents;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Plans.Registry;
using PlanTracker.Web.Features.Plans.Source;

namespace PlanTracker.Web.Features.Plans.Import;

/// <summary>Makes of what was read the draft that people review: names matched to the registry, a lead proposed, doubts carried over.</summary>
internal static class DraftMaking
{
    private static readonly DiagnosticKind[] OfDeadline =
        [DiagnosticKind.UnsureDeadline, DiagnosticKind.ImpossibleDate, DiagnosticKind.AmbiguousYear, DiagnosticKind.BareMonth];

    public static void Fill(ImportDraft draft, ReadDocument read, UnitRegistry registry, Clock clock)
    {
        var plan = read.Draft;
        draft.State = plan.Kind == DocumentKind.Unreadable ? ImportState.Unreadable : ImportState.InReview;
        draft.SourceText = read.Text?.Text ?? "";
        draft.SourceBlocks = read.Text is { Format: not SourceFormat.Text } text ? SourceBlocks.Kept(text.Blocks) : null;
        draft.Kind = plan.Kind;
        draft.Stage = plan.Stage;
        draft.Title = plan.Title ?? "";
        draft.DocNumber = plan.DocNumber ?? "";
        draft.Issuer = plan.Issuer ?? "";
        draft.Issued = plan.Issued;
        draft.FirstYear = plan.Period?.First;
        draft.LastYear = plan.Period?.Last;
        draft.FirstIsLead = plan.FirstIsLead;
        if (plan.Kind == DocumentKind.Report)
            BecomePlanOfNextYear(draft, plan);
        draft.Doubts = [.. plan.Diagnostics.Where(x => x.Task is null).Select(Doubt)];
        draft.Tasks = [.. plan.Tasks.Select((task, index) => Task(task, index, plan, registry, clock))];
    }

    private static ImportDraftTask Task(DraftTask task, int index, PlanDraft plan, UnitRegistry registry, Clock clock)
    {
        var day = plan.Issued ?? clock.Today;
        var printed = registry.Match([.. task.Units.Select(x => new DraftUnit(x.Name, x.Role, x.Words.Start, x.Words.End, null))], day);
        DraftCollective[] groups =
        [
            .. task.Collectives.Select(x => new DraftCollective(x.Name, x.Role, x.Words.Start, x.Words.End, registry.MatchGroup(x.Name, day))),

            // A name that reads like one body may be that of a group (县级执法部门): the registry knows.
            .. printed.Where(x => x.OrgUnitId is null)
                .Select(x => new DraftCollective(x.Name, x.Role, x.Start, x.End, registry.MatchGroup(x.Name, day))).Where(x => x.UnitGroupId is not null),
        ];
        DraftUnit[] units = [.. printed.Where(x => !groups.Any(group => group.Name == x.Name))];

        // The reader did not know the body; the registry does.
        List<DraftDoubt> doubts = [.. plan.Diagnostics.Where(x => x.Task == index).Select(Doubt)
            .Where(x => x.Kind != DiagnosticKind.UnsureUnit || !Array.Exists(units, unit => unit.OrgUnitId is not null && unit.Name == x.Words))];
        var content = new DraftTaskContent
        {
            Units = units,
            Collectives = groups,
            AndOthers = task.AndOthers,
            Leaders = [.. task.Leaders.Select(x => x.Name)],
            Deadlines = [.. task.Deadlines.Select(x => new DraftDay(x.Day, x.Words.Start, x.Words.End))],
            Recurrence = task.Recurrence,
            PeriodDay = task.DayInPeriod,
            Ongoing = task.Ongoing,
            Targets = [.. task.Targets.Select(x => x.Words)],
            Doubts = doubts,
            DeadlineConfirmed = IsBeyondDoubt(task, plan.Period) && !doubts.Exists(x => OfDeadline.Contains(x.Kind)),
        };
        return new ImportDraftTask
        {
            Id = clock.NewId(), Position = index, Number = task.Number, Section = string.Join(" > ", task.Section), Title = task.Title, Body = task.Body,
            SpanStart = task.Span.Start, SpanEnd = task.Span.End, Content = LeadProposal.Apply(content, plan.FirstIsLead),
        };
    }

    // The next steps of a report are a plan of their own: of the year after, and without the report's number.
    private static void BecomePlanOfNextYear(ImportDraft draft, PlanDraft report)
    {
        (draft.FirstYear, draft.LastYear, draft.DocNumber) = (report.NextYear, report.NextYear, "");
        if (report.NextYear is { } year)
            draft.Title = draft.Title.Length > 0 ? $"{year}年工作计划（据《{draft.Title}》的下一步打算）" : $"{year}年工作计划";
    }

    private static bool IsBeyondDoubt(DraftTask task, (int First, int Last)? period)
    {
        // Only an unstated deadline needs the plan's years; without them it is not beyond doubt either way.
        var years = period is { } known ? new PlanPeriod(known.First, known.Last) : new PlanPeriod(1949, 1949);
        return DeadlineProposal.From(task.Deadlines.Select(x => x.Day), task.Recurrence, task.Ongoing, years, task.DayInPeriod).IsConfirmed;
    }

    private static DraftDoubt Doubt(Diagnostic read) => new(read.Kind, read.Words, read.Span?.Start, read.Span?.End);
}
