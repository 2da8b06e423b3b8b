using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Parsing;

/// <summary>What a reviewer should look at in the tasks as a whole.</summary>
internal static class Doubts
{
    /// <summary>A title of more characters is most likely no heading of its own.</summary>
    private const int LongTitle = 60;

    public static IEnumerable<Diagnostic> Of(IReadOnlyList<DraftTask> tasks)
    {
        var namesUnits = tasks.Any(task => task.Units.Count + task.Collectives.Count > 0);
        var startsInside = tasks.Count > 0 && LabelOf(tasks[0].Number) is { Value: > 1 };
        (string Section, ItemLabel? Label)? before = null;
        for (var i = 0; i < tasks.Count; i++)
        {
            var task = tasks[i];
            if (namesUnits && task.Units.Count + task.Collectives.Count == 0)
                yield return new Diagnostic(DiagnosticKind.NoUnits, i, task.Title, task.Span);
            if (task.Title.Length == 0) yield return new Diagnostic(DiagnosticKind.NoTitle, i, task.Number, task.Span);
            if (task.Title.Length > LongTitle) yield return new Diagnostic(DiagnosticKind.LongTitle, i, task.Title, task.Span);
            if (startsInside && task.Section.Count == 0
                && LabelOf(task.Number) is { Kind: LabelKind.BracketedNumeral or LabelKind.BracketedDigit or LabelKind.Circled })
                yield return new Diagnostic(DiagnosticKind.UnsureSection, i, tasks[0].Number, task.Span);
            var section = string.Join('>', task.Section);
            var label = LabelOf(task.Number);
            if (before is { Label: { } last } known && label is { } now && now.Kind == last.Kind)
            {
                var sameSection = known.Section == section;
                if (now.Value == last.Value && sameSection && last.Kind != LabelKind.Digit)
                    yield return new Diagnostic(DiagnosticKind.NumberRepeated, i, task.Number, task.Span);
                else if (now.Value > last.Value + 1) yield return new Diagnostic(DiagnosticKind.NumberGap, i, task.Number, task.Span);
            }

            before = (section, label);
        }
    }

    /// <summary>What a notice that names no body at all calls for may be work, or the rules of a matter.</summary>
    public static IEnumerable<Diagnostic> OfNotice(IReadOnlyList<DraftTask> tasks) =>
        tasks.Any(task => task.Units.Count + task.Collectives.Count > 0) ? []
            : tasks.Select((task, index) => new Diagnostic(DiagnosticKind.NoUnits, index, task.Title, task.Span));

    /// <summary>Where nobody is named at all, the items may be the rules of a matter: the more so, the less the document calls itself a plan.</summary>
    public static Diagnostic? OfNobody(IReadOnlyList<DraftTask> tasks, bool announced) =>
        tasks.Count == 0 || tasks.Any(task => task.Units.Count + task.Collectives.Count > 0) ? null
            : new Diagnostic(announced ? DiagnosticKind.NobodyNamed : DiagnosticKind.MaybeNotAPlan);

    /// <summary>Numbered items of a section of tasks beside a table that says nothing of them.</summary>
    public static Diagnostic? OfLeftOut(IReadOnlyList<OutlineItem> roots, TaskChooser chooser, IReadOnlyList<DraftTask> rows, Flow flow)
    {
        foreach (var section in roots.Where(root => root.Children.Count >= 2 && SectionWords.IsWork(chooser.TitleOf(root))))
        {
            var first = chooser.TitleOf(section.Children[0]);
            var heading = chooser.TitleOf(section);
            if (!rows.Any(row => SameMatter(PlainForm.Of(row.Title), first)
                || row.Section.Any(above => PlainForm.Of(above) is var words && (Has(words, first) || Has(words, heading)))))
                return new Diagnostic(DiagnosticKind.ItemsLeftOut, null, heading, flow.Text.SpanOf(section.Start, section.OwnEnd));
        }

        return null;
    }

    private static bool Has(string words, string part) => part.Length > 0 && words.Contains(part, StringComparison.Ordinal);

    private static bool SameMatter(string one, string other) => Has(one, other) || Has(other, one);

    private static ItemLabel? LabelOf(string number)
    {
        var plain = PlainForm.Of(number);
        if (plain.Length == 0) return null;
        return ItemLabel.ReadAt(plain, 0) ?? (plain.All(char.IsAsciiDigit)
            && ChineseNumerals.Parse(plain) is { } value ? new ItemLabel(LabelKind.Digit, value, plain.Length) : null);
    }
}
