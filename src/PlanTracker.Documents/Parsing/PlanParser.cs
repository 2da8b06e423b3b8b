using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>The door: a document's text in, its draft out. Pure; throws on no text.</summary>
public static class PlanParser
{
    public static PlanDraft Parse(DocumentText text)
    {
        var flow = FlowReader.Read(text);
        var frame = FrameReader.Read(flow);
        var roots = OutlineReader.Read(flow, frame.BodyStart);
        LooseHeadings.Mark(flow, roots, frame.BodyStart);
        Closing.CutOff(flow, roots);
        Closing.CutBeforeTitles(flow, roots);
        var stated = (frame.PeriodGuessed ? null : frame.Period) ?? YearsInTables.Of(flow);
        var years = new PlanYears(stated ?? frame.Period ?? YearsInTables.Mentioned(flow.Text.Plain), frame.Issued, Guessed: stated is null);
        if (DocumentKinds.IsRegulation(roots))
        {
            TaskChooser.MarkClauses(flow, roots);
            if (!DocumentKinds.AssignsByArticles(frame, roots))
                return Draft(frame, DocumentKind.Other, [], [new Diagnostic(DiagnosticKind.NotAPlan)]);
        }

        var own = OwnRoots(roots, frame);
        if (own.Count == 0) own = HeadingOutline.In(flow, frame.BodyStart);
        else HeadingOutline.Fill(flow, own);
        if (own.Count == 0) own = UnnumberedBlocks.In(flow, frame.BodyStart);
        TaskChooser.MarkClauses(flow, own);
        if (UnnumberedBlocks.Split(flow, own)) TaskChooser.MarkClauses(flow, own);
        var outline = new OutlineTasks(flow, years);
        var chooser = new TaskChooser(flow, item => HasDay(flow, item, years));
        var kind = DocumentKinds.OfTitle(frame) ?? DocumentKinds.OfPreamble(flow, roots);
        var announced = kind is DocumentKind.Plan or DocumentKind.KeyPoints or DocumentKind.Breakdown;
        if ((!announced && DocumentKinds.IsQuestions(flow, own)) || DocumentKinds.IsExplanation(flow, own)) kind = DocumentKind.Other;
        if (kind == DocumentKind.Other && DocumentKinds.MayAssign(frame) && own.Sum(Carrying) >= 2) kind = DocumentKind.Plan;
        if (kind == DocumentKind.Report) return Report(flow, frame, frame.NoticeTitle is null ? roots : own, chooser);

        var tables = ReadTables(flow, years, own, outline);
        if (tables.Tasks.Count > 0 && !own.Exists(root => root.Carries))
        {
            if (Doubts.OfLeftOut(own, chooser, tables.Tasks, flow) is { } leftOut) tables.Doubts.Add(leftOut);
            return Finished(frame, kind is DocumentKind.KeyPoints or DocumentKind.Plan ? kind.Value
                : DocumentKind.Breakdown, tables.Tasks, tables.Doubts, tables.FirstIsLead);
        }

        if (kind == DocumentKind.Other || (!own.Exists(root => root.Carries) && DocumentKinds.IsCharter([.. own.Select(chooser.TitleOf)])))
            return Draft(frame, DocumentKind.Other, [], [new Diagnostic(DiagnosticKind.NotAPlan)]);
        var items = chooser.Choose(Annexes.Left(flow, own, frame));
        var coverOnly = DocumentKinds.IsCoverAlone(flow, frame, own) && tables.Tasks.Count == 0;
        if (coverOnly || (tables.Tasks.Count == 0 && DocumentKinds.IsSetup(flow, frame, own))) items = [];
        var (tasks, doubts) = outline.Read(items, own);
        if (tables.Tasks.Count > 0) (tasks, doubts) = AnnexedTables.Merge(tasks, doubts, tables.Tasks, tables.Doubts);
        if (coverOnly) kind = DocumentKind.Notice;
        if (kind == DocumentKind.Notice) doubts.AddRange(Doubts.OfNotice(tasks));
        if (Doubts.OfNobody(tasks, announced) is { } nobody) doubts.Insert(0, nobody);
        var decided = tasks.Count == 0 ? kind == DocumentKind.Notice ? DocumentKind.Notice : kind : DocumentKinds.WithTasks(kind, own);
        return Finished(frame, decided ?? DocumentKind.Other, tasks, doubts, outline.FirstIsLead);
    }

    // What a report plans for next lies in the year its section names, else in the year after the one it tells of.
    private static PlanDraft Report(Flow flow, Frame frame, List<OutlineItem> roots, TaskChooser chooser)
    {
        TaskChooser.MarkClauses(flow, roots);
        var items = chooser.ChooseNextSteps(roots);
        var named = chooser.Planned is { } heading ? TitleWords.SingleYear().Match(flow.Text.Plain, heading.Start, Math.Min(40, heading.End - heading.Start))
            : null;
        var next = named is { Success: true }
            ? int.Parse(named.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : (frame.Period?.Last ?? frame.Issued?.Year) + 1;
        var outline = new OutlineTasks(flow, new PlanYears(next is { } year ? (year, year) : null, frame.Issued));
        var (tasks, doubts) = outline.Read(items, []);
        doubts.Insert(0, new Diagnostic(tasks.Count == 0 ? DiagnosticKind.NotAPlan : DiagnosticKind.ReportOnlyNextSteps));
        var passages = new PassageReader(flow, chooser).Read([.. roots.Where(root => root.Start < chooser.PlannedPartAt)]);
        return Draft(frame, DocumentKind.Report, tasks, doubts) with { NextYear = next, Passages = passages };
    }

    private static PlanDraft Finished(Frame frame, DocumentKind kind, List<DraftTask> tasks, List<Diagnostic> doubts, bool firstIsLead)
    {
        doubts.AddRange(Doubts.Of(tasks));
        if (frame.Period is null) doubts.Insert(0, new Diagnostic(DiagnosticKind.PeriodUnknown));
        if (frame.Title is { } title && GarbledYears.StandIn(title)) doubts.Insert(0, new Diagnostic(DiagnosticKind.UnsureCharacters, null, title));
        if (tasks.Count == 0)
            doubts.Insert(0, new Diagnostic(kind is DocumentKind.Other or DocumentKind.Notice ? DiagnosticKind.NotAPlan : DiagnosticKind.NoTasks));
        return Draft(frame, kind, tasks, doubts) with { FirstIsLead = firstIsLead };
    }

    private static PlanDraft Draft(Frame frame, DocumentKind kind, IReadOnlyList<DraftTask> tasks, IReadOnlyList<Diagnostic> doubts) => new()
    {
        Kind = kind,
        Title = frame.Title,
        Stage = frame.Stage,
        DocNumber = frame.DocNumber,
        Issuer = frame.Issuer,
        Issued = frame.Issued,
        Period = frame.Period,
        Tasks = tasks,
        Diagnostics = doubts,
    };

    private static int Carrying(OutlineItem item) => (item.HasClause ? 1 : 0) + item.Children.Sum(Carrying);

    // The items of the plan itself: those behind its title; where the numbers begin anew, the last run with something to do.
    private static List<OutlineItem> OwnRoots(List<OutlineItem> roots, Frame frame)
    {
        var behind = roots.Where(root => root.Start >= frame.BodyStart).ToList();
        return behind.Count > 0 ? behind : roots;
    }

    private static bool HasDay(Flow flow, OutlineItem item, PlanYears years)
    {
        var words = flow.Text.Slice(item.WordsStart, item.End);
        return DeadlineWording.Read(words, years, DatePlace.Sentence).Days.Count > 0;
    }

    // 一、执法类 directly above a table is the section of its rows; an item with words of its own is not.
    private static IReadOnlyList<string> HeadingsAbove(Flow flow, int at, List<OutlineItem> own, OutlineTasks outline)
    {
        OutlineItem? above = null;
        at = Math.Min(at, flow.Text.Length);
        for (var items = own; items.FindLast(item => item.Start < at) is { } last; items = last.Children) above = last;
        var between = above is null ? default : flow.Text.Plain.AsSpan(Math.Min(above.OwnEnd, at)..at);
        return above is not null && between.IsWhiteSpace() && outline.IsHeadingOnly(above, at)
            ? [.. outline.PathOf(above), outline.HeadingOf(above)] : [];
    }

    private static TableTasks ReadTables(Flow flow, PlanYears years, List<OutlineItem> own, OutlineTasks outline)
    {
        var tables = new TableTasks(years);
        foreach (var table in flow.Tables) tables.Read(table.Grid, HeadingsAbove(flow, table.At, own, outline), flow.Notes);
        return tables;
    }
}
