using System.Text.RegularExpressions;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Documents.Wording;

/// <summary>Reads the words of one clause (or of one table cell) into units under their printed roles.</summary>
/// <remarks>
/// The words are cut at 、，；and blanks outside brackets. A label (牵头单位：) gives the role to what follows it, a verb (…牵头) gives it to
/// all that stands since the last label or verb, and beats the label: 责任单位：县甲局牵头，县乙局配合.
/// </remarks>
public static partial class UnitClauseReader
{
    // 排在第一位的部门为牵头部门; 列首位者为牵头单位
    [GeneratedRegex("(?:第一位|首位|第一个|排第一|列第一|排名?第一|排首|在前|第一(?:责任)?单位).{0,12}(?:牵头|主办|为主)")]
    public static partial Regex FirstLeads();

    // 以下均需各片区配合; 以下任务均由县甲局、各镇落实
    [GeneratedRegex("^(?:以下|下列)[^、,]{0,8}?(?:均|都)(?:需要?|须|应|由|要|请)?(?=.{2})")]
    private static partial Regex ForLater();

    [GeneratedRegex("^(?:下同|不再(?:一一|逐一|逐项|单独|重复|另行)?(?:列出|列明|标注|注明)?|以下同|以下简称.*|排名不分先后|20\\d\\d年?-20\\d\\d年|无|-+|/)$")]
    private static partial Regex Aside();

    // 县司法局等; 县司法局等部门; 县司法局等县级有关部门
    [GeneratedRegex("(?<![高中初平同优])等(?:[\\d一二三四五六七八九十两]{1,3}[个家])?" +
        "(?<rest>(?:各?(?:有关|相关|职能|成员)?(?:部门|单位|地区|机构)?(?:和单位|\\(单位\\)|、单位)?|各.{1,12}" +
        "|[^、,;等]{1,8}?(?:各|有关|相关|级|直)(?:有关|相关|职能|成员)?(?:部门|单位|地区|机构|企业)(?:和单位|\\(单位\\))?))$")]
    private static partial Regex OpenList();

    [GeneratedRegex("^(.{2,20}?)(?:会同|联合(?=[县市区省镇乡]))(.{2,40})$")]
    private static partial Regex Together();

    [GeneratedRegex("(?<=(?:等|局|委|部|办|厅|社|会|室|院|中心|部门|单位|地区|政府|机构|企业|公司))(?:以及|和|及|与)(?=(?:各|地方|有关|相关|其他|[县市区省](?!场|政)|州[直级属委]|[县市区省州](?:人民)?政府(?:各|有关|相关)))")]
    private static partial Regex And();

    // 县司法局（牵头）
    [GeneratedRegex(@"\((牵头|主办|配合|协办|负责|参与)(?:单位|部门)?\)$")]
    private static partial Regex RoleInBracket();

    // 县水利局（按职责分工）
    [GeneratedRegex(@"\((?:按|根据|依据|排名|排序|排|列|第一|首位)[^()]{2,20}\)$")]
    private static partial Regex RemarkInBracket();

    // 县水利局（贺山）
    [GeneratedRegex(@"\((?<names>[^()]{2,20})\)$")]
    private static partial Regex PersonInBracket();

    [GeneratedRegex("^(?:本部分|本章|本节|以上|上述|本条|本项|该项|各项)?(?:各项)?(?:任务|工作|内容|事项|措施)?的?")]
    private static partial Regex WholeSection();

    public static UnitClause Read(MappedText words, Role? defaultRole = Role.Responsible, FieldMeaning? column = null)
    {
        var reading = new Reading(defaultRole, column);
        foreach (var (start, end, stop) in ClausePieces.Of(words))
        {
            reading.Take(words.Slice(start, end));
            if (stop is ';' or '。') reading.Close();
        }

        reading.Close();
        return reading.Clause;
    }

    private sealed class Reading
    {
        private readonly Role? defaultRole;
        private readonly FieldMeaning? column;
        private readonly List<MappedText> waiting = [];
        private FieldMeaning? label;

        /// <summary>The names that follow hold for the tasks behind this one.</summary>
        private bool forLater;

        public Reading(Role? defaultRole, FieldMeaning? column) => (this.defaultRole, this.column, label) = (defaultRole, column, column);

        public UnitClause Clause { get; } = new();

        public void Take(MappedText piece)
        {
            piece = piece.Squeeze();
            if (piece.Length == 0) return;
            piece = TakeLabel(piece);
            if (piece.Length == 0 || Aside().IsMatch(piece.Plain)) return;
            if (FirstLeads().IsMatch(piece.Plain) && RemarkInBracket().Match(piece.Plain) is not { Success: true, Index: > 1 })
            {
                Clause.FirstIsLead = true;
                return;
            }

            if (ForLater().Match(piece.Plain) is { Success: true } later)
            {
                Give(label is { } before ? RoleWords.RoleOf(before) : defaultRole);
                forLater = true;
                piece = piece.Slice(later.Length, piece.Length);
            }

            if (label == FieldMeaning.Time || IsTime(piece.Plain))
            {
                Clause.Times.Add(piece);
                return;
            }

            TakeNames(piece);
        }

        /// <summary>What waits takes the role of the label before it, or the default.</summary>
        public void Close()
        {
            Give(label is { } meaning ? RoleWords.RoleOf(meaning) : defaultRole);
            label = column;
            forLater = false;
        }

        // 责任单位：县司法局 — the label is told apart from a name by its colon.
        private MappedText TakeLabel(MappedText piece)
        {
            var colon = piece.Plain.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > 20) return piece;
            var words = piece.Plain[..colon];
            if (RoleWords.MeaningOf(words) is not { } meaning)
            {
                Give(label is { } before ? RoleWords.RoleOf(before) : defaultRole);
                label = FieldMeaning.Other;
                return piece.Slice(colon + 1, piece.Length);
            }

            Give(label is { } known ? RoleWords.RoleOf(known) : defaultRole);
            Clause.ForWholeSection |= WholeSection().Match(words).Length > 0;
            if (meaning == FieldMeaning.Mixed)
                Clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, piece.Printed[..colon], piece.SpanOf(0, colon)));
            label = meaning;
            return piece.Slice(colon + 1, piece.Length);
        }

        // 5月底前完成，县经信局负责
        private static bool IsTime(string plain) => plain.Length <= 10 && !UnitNames.LooksComplete(plain) && !UnitNames.IsGroup(plain)
            && RecurrenceWording.FindOngoing(plain, DatePlace.TimeField) is not null || char.IsAsciiDigit(plain[0]) && plain.Length <= 20
            && DateWordings.FindIn(plain) is [{ Start: 0 }, ..] && !UnitNames.LooksComplete(plain);

        private void TakeNames(MappedText piece)
        {
            var (verb, role) = label == FieldMeaning.Leader ? (0, null) : RoleWords.VerbAtEnd(piece.Plain);
            if (verb > 0) piece = piece.Slice(0, piece.Length - verb);
            if (piece.Plain.StartsWith('由') && piece.Length > 2) piece = piece.Slice(1, piece.Length);
            if (Together().Match(piece.Plain) is { Success: true } together
                && (!UnitNames.IsGroup(piece.Plain) || UnitNames.LooksComplete(together.Groups[1].Value)))
            {
                Wait(piece.Slice(0, together.Groups[1].Length));
                Give(Role.Lead);
                Wait(piece.Slice(together.Groups[2].Index, piece.Length));
                label = FieldMeaning.Cooperating;
                if (verb > 0) Give(Role.Cooperating);
                return;
            }

            Wait(piece);
            if (verb > 0 && label != FieldMeaning.Cooperating) Give(role);
            else if (verb > 0) Give(role == Role.Lead ? role : Role.Cooperating);
        }

        private void Wait(MappedText piece)
        {
            foreach (Match and in And().Matches(piece.Plain))
            {
                Wait(piece.Slice(0, and.Index));
                Wait(piece.Slice(and.Index + and.Length, piece.Length));
                return;
            }

            if (OpenList().Match(piece.Plain) is { Success: true } open && open.Index > 0)
            {
                Clause.AndOthers = true;
                var rest = open.Groups["rest"];
                Wait(piece.Slice(0, open.Index));
                if (rest.Length > 2 && UnitNames.IsGroup(rest.Value)) waiting.Add(piece.Slice(rest.Index, piece.Length));
                return;
            }

            if (piece.Plain is "等" or "等部门" or "等单位")
            {
                Clause.AndOthers = true;
                return;
            }

            var start = 0;
            foreach (var cut in UnitNames.CutsIn(piece.Plain))
            {
                waiting.Add(piece.Slice(start, cut));
                start = cut;
            }

            if (start < piece.Length) waiting.Add(piece.Slice(start, piece.Length));
        }

        private void Give(Role? role)
        {
            foreach (var name in Joined())
            {
                if (forLater) Clause.ForLaterTasks.Add(new NamedUnit(name.Printed, role ?? Role.Responsible, name.SpanOf(0, name.Length)));
                else if (label == FieldMeaning.Leader) Clause.Leaders.Add(LeaderNames.WithoutPost(name));
                else if (role is { } known) Name(name, known);
            }

            waiting.Clear();
        }

        private void Name(MappedText name, Role role)
        {
            if (RemarkInBracket().Match(name.Plain) is { Success: true, Index: > 1 } remark)
            {
                Clause.FirstIsLead |= FirstLeads().IsMatch(remark.Value);
                name = name.Slice(0, remark.Index);
            }

            if (RoleInBracket().Match(name.Plain) is { Success: true, Index: > 0 } bracket
                && RoleWords.VerbAtEnd(bracket.Groups[1].Value) is { Length: > 0, Role: { } printed })
            {
                (name, role) = (name.Slice(0, bracket.Index), printed);
            }

            if (PersonInBracket().Match(name.Plain) is { Success: true, Index: > 1 } person
                && person.Groups["names"].Value.Split('、', ',').All(PersonNames.LooksLikeOne))
            {
                var names = person.Groups["names"];
                Clause.Leaders.AddRange(LeaderNames.In(name.Slice(names.Index, names.Index + names.Length)));
                name = name.Slice(0, person.Index);
            }

            var span = name.SpanOf(0, name.Length);
            var unit = new NamedUnit(name.Printed, role, span);
            UnitClause.AddEach(UnitNames.IsGroup(name.Plain) ? Clause.Groups : Clause.Units, [unit]);
            if (!UnitNames.IsPlausible(name.Plain) || !(UnitNames.LooksComplete(name.Plain) || UnitNames.IsGroup(name.Plain)))
                Clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureUnit, null, name.Printed, span));
        }

        // One 各 over several bodies is one group: 各区、县级市.
        private List<MappedText> Joined()
        {
            var names = new List<MappedText>();
            var inGroup = false;
            foreach (var name in waiting)
            {
                if (name.Length == 0) continue;
                if (inGroup && UnitNames.ContinuesGroup(name.Plain))
                {
                    var both = new MappedTextBuilder();
                    both.Append(names[^1]);
                    both.Append('、', names[^1].SpanOf(0, names[^1].Length).End);
                    both.Append(name);
                    names[^1] = both.Build();
                    continue;
                }

                inGroup = name.Plain.Contains('各', StringComparison.Ordinal);
                names.Add(name);
            }

            return names;
        }
    }
}
