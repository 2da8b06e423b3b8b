using System.Text.RegularExpressions;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Wording;
using PlanTracker.Domain.Deadlines;

namespace PlanTracker.Documents.Parsing;

/// <summary>Reads what the words of a task promise: days, recurrence, targets.</summary>
internal sealed partial class TaskReader(PlanYears years)
{
    /// <summary>Nobody reviews more doubts of one task.</summary>
    private const int MostDoubts = 50;

    public sealed record Promises(
        List<DatedWords> Deadlines, Recurrence? Recurrence, bool Ongoing, SourceSpan? TimeWords, List<DraftTarget> Targets, List<Diagnostic> Doubts)
    {
        public DayInPeriod? DayInPeriod { get; init; }

        /// <summary>The task of that wording, done by these units, with what it promises.</summary>
        public DraftTask In(DraftTask worded, UnitClause units) => worded with
        {
            Units = units.Units,
            Collectives = units.Groups,
            AndOthers = units.AndOthers,
            Leaders = units.Leaders,
            Deadlines = Deadlines,
            Recurrence = Recurrence,
            DayInPeriod = DayInPeriod,
            Ongoing = Ongoing,
            TimeWords = TimeWords,
            Targets = Targets,
        };
    }

    /// <param name="words">The wording without the clause of units.</param>
    /// <param name="titleEnd">Where its title ends: a range in a phase's heading is due on its last day.</param>
    /// <param name="times">Fields and cells that state the time.</param>
    /// <param name="stages">What is to be done by the times that the heads of columns name.</param>
    public Promises Read(MappedText words, int titleEnd, IReadOnlyList<MappedText> times, IReadOnlyList<ReadStage>? stages = null)
    {
        var promises = new Promises([], null, false, null, [], []);
        ReadPhase(promises, words, titleEnd);
        foreach (var time in times) AddTime(promises, time);
        Add(promises, DeadlineWording.Read(words, years, DatePlace.Sentence));
        foreach (var stage in stages ?? []) AddStage(promises, stage);
        promises.Deadlines.Sort((a, b) => a.Day.CompareTo(b.Day));
        promises = WithRecurrence(promises, words, times);
        return promises;
    }

    // （6月1日—10月31日） in the heading of a phase.
    private void ReadPhase(Promises promises, MappedText words, int titleEnd)
    {
        var title = words.Slice(0, titleEnd).Squeeze();
        var close = title.Plain.LastIndexOf(')');
        var open = close < 0 ? -1 : title.Plain.LastIndexOf('(', close);
        if (open >= 0 && title.Plain.AsSpan(open, close - open).Contains('月'))
            Add(promises, DeadlineWording.Read(title.Slice(open + 1, close), years, DatePlace.TimeField));
        else if (RangeBehindColon().Match(title.Plain) is { Success: true } range)
            Add(promises, DeadlineWording.Read(title.Slice(range.Index, range.Index + range.Length), years, DatePlace.TimeField));
    }

    // 开学前, 考试结束后10日内: a time was stated, and no day can be told from it.
    private void AddTime(Promises promises, MappedText time)
    {
        var read = DeadlineWording.Read(time, years, DatePlace.TimeField);
        var words = time.Squeeze();
        if (read.Days.Count + read.Doubts.Count == 0 && words.Plain.Any(char.IsLetterOrDigit) && RecurrenceWording.Find(words.Plain) is null
            && RecurrenceWording.FindOngoing(words.Plain, DatePlace.TimeField) is null)
            read.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, words.Printed, words.SpanOf(0, words.Length)));
        Add(promises, read);
    }

    // 一季度 over 完成招标; a day that stands in the cell itself is more precise.
    private void AddStage(Promises promises, ReadStage stage)
    {
        var own = DeadlineWording.Read(stage.Words, years, DatePlace.Sentence);
        Add(promises, own.Days.Count > 0 ? own : DeadlineWording.Read(stage.Head, years, DatePlace.TimeField));
    }

    // 总结阶段：11月1日至11月30日; 宣传发动：3月1日至3月31日，开展…
    [GeneratedRegex("(?<=(?:阶段|时间|部署|动员|总结|验收|整治|提升)[^:,。;]{0,8}:)[^,。;:]*月[^,。;:]{0,8}$|" +
        "(?<=^[^:,。;]{2,12}:)(?:20\\d\\d年)?\\d{1,2}月[^,。;:]{0,8}[-至][^,。;:]{0,8}[月日](?=,)")]
    private static partial Regex RangeBehindColon();

    private static void Add(Promises promises, ReadDeadlines read)
    {
        foreach (var day in read.Days)
        {
            if (!promises.Deadlines.Exists(known => known.Day == day.Day)) promises.Deadlines.Add(day);
        }

        foreach (var doubt in read.Doubts.Take(MostDoubts - promises.Doubts.Count))
        {
            if (!promises.Doubts.Exists(known => known.Kind == doubt.Kind && known.Span == doubt.Span)) promises.Doubts.Add(doubt);
        }
    }

    private static Promises WithRecurrence(Promises promises, MappedText words, IReadOnlyList<MappedText> times)
    {
        var squeezed = words.Squeeze();
        foreach (var (start, end) in TargetWording.FindIn(squeezed.Plain))
        {
            promises.Targets.Add(new DraftTarget(squeezed.Printed[start..end], squeezed.SpanOf(start, end)));
        }

        foreach (var text in times.Select(time => time.Squeeze()))
        {
            if (RecurrenceWording.Find(text.Plain) is { } cell) promises = Recurring(promises, text, cell);
            else if (promises.Deadlines.Count == 0 && RecurrenceWording.FindOngoing(text.Plain, DatePlace.TimeField) is { } goesOn)
                promises = promises with { Ongoing = true, TimeWords = text.SpanOf(goesOn.Start, goesOn.End) };
        }

        if (promises.Recurrence is null && RecurrenceWording.Find(squeezed.Plain) is { } found)
            return Recurring(promises, squeezed, found);
        if (promises is { Recurrence: null, Ongoing: false } && RecurrenceWording.FindOngoing(squeezed.Plain, DatePlace.Sentence) is { } ongoing)
            return promises with { Ongoing = true, TimeWords = squeezed.SpanOf(ongoing.Start, ongoing.End) };
        return promises;
    }

    private static Promises Recurring(Promises promises, MappedText text, (Recurrence Recurrence, int Start, int End) found)
    {
        if (RecurringDayWording.ReadSeveralBehind(text.Plain, found.Recurrence, found.End) is { } several)
        {
            var span = text.SpanOf(found.Start, several.End);
            if (several.Even is null)
                promises.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureDeadline, null, text.Printed[found.Start..several.End], span));
            return promises with { Recurrence = several.Even ?? found.Recurrence, DayInPeriod = several.Day, TimeWords = span };
        }

        var day = RecurringDayWording.ReadBehind(text.Plain, found.Recurrence, found.End);
        return promises with
        {
            Recurrence = found.Recurrence,
            DayInPeriod = day?.Day,
            TimeWords = text.SpanOf(found.Start, day?.End ?? found.End),
        };
    }
}
