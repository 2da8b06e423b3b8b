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

    [GeneratedRegex("^(.{2,20}?)(?:会同|联合(?=[县市区省镇乡]))(.{2,40})$")]
    private static partial Regex Together();

    // 以县甲局为主，县乙局配合
    [GeneratedRegex("^以.{3,20}(?<behind>为主)$")]
    private static partial Regex Mainly();

    // 县甲局、县乙局（共同牵头）
    [GeneratedRegex(@"\((?<verb>(?:共同|联合|并列|同为|均|都)[^()]{2,8})\)$")]
    private static partial Regex RoleOfAll();

    [GeneratedRegex("^(?:并|负责|要)?会同(?=.{2})")]
    private static partial Regex TakeHelpers();

    public static UnitClause Read(MappedText words, Role? defaultRole = Role.Responsible, FieldMeaning? column = null)
    {
        var reading = new Reading(defaultRole, column);
        if (column is null) words = WithoutScope(words, reading.Clause);
        foreach (var (start, end, stop) in ClausePieces.Of(words))
        {
            reading.Take(words.Slice(start, end));
            if (stop == ',' && words.Plain.Contains('、', StringComparison.Ordinal)) reading.EndGroup();
            if (stop is ';' or '。') reading.Close();
        }

        reading.Close();
        return reading.Clause;
    }

    /// <summary>A piece that says by when: 5月底前完成，县经信局负责; 县经信局，年底前.</summary>
    internal static bool IsTime(string plain) => !UnitNames.LooksComplete(plain) && !UnitNames.IsGroup(plain)
        && ((plain.Length <= 10 && RecurrenceWording.FindOngoing(plain, DatePlace.TimeField) is not null)
            || (plain.Length <= 20 && DateWordings.FindIn(plain) is [{ Start: 0 }, ..]));

    [GeneratedRegex("(?:单位|部门|科室|站所)[及和、/与]?(?:联系人|责任人|负责人)$")]
    private static partial Regex AsksForPersons();

    private static MappedText WithoutScope(MappedText words, UnitClause clause)
    {
        var start = words.Plain.Length - words.Plain.TrimStart().Length;
        clause.Scope = ClauseScope.At(words.Plain, start);
        return words.Slice(clause.Scope.Length > 0 ? start + clause.Scope.Length : 0, words.Length);
    }

    /// <summary>A piece that says how the list is to be taken: 下同; 列第一位的为牵头单位.</summary>
    internal static bool IsRemark(string plain) => Aside().IsMatch(plain) || FirstLeads().IsMatch(plain);

    private sealed class Reading
    {
        private readonly Role? defaultRole;
        private readonly FieldMeaning? column;
        private readonly NameList waiting;
        private FieldMeaning? label;

        /// <summary>The label asks for bodies and persons: 责任单位及责任人.</summary>
        private bool withPersons;

        /// <summary>The names that follow hold for the tasks behind this one.</summary>
        private bool forLater;

        public Reading(Role? defaultRole, FieldMeaning? column) => (this.defaultRole, this.column, label, waiting) = (defaultRole, column, column, new NameList(Clause));

        public UnitClause Clause { get; } = new();

        public void Take(MappedText piece)
        {
            var printed = piece;
            piece = piece.Squeeze();
            if (piece.Length == 0) return;
            piece = TakeLabel(piece);
            if (label == FieldMeaning.Leader)
            {
                TakeLeaders(printed.Slice(printed.Plain.IndexOf(':', StringComparison.Ordinal) + 1, printed.Length));
                return;
            }

            if (piece.Length == 0 || Aside().IsMatch(piece.Plain)) return;
            if (FirstLeads().IsMatch(piece.Plain) && NameInClause.RemarkInBracket().Match(piece.Plain) is not { Success: true, Index: > 1 })
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
            if (meaning == FieldMeaning.Mixed)
                Clause.Doubts.Add(new Diagnostic(DiagnosticKind.UnsureRole, null, piece.Printed[..colon], piece.SpanOf(0, colon)));
            label = meaning;
            withPersons = meaning != FieldMeaning.Leader && AsksForPersons().IsMatch(words);
            return piece.Slice(colon + 1, piece.Length);
        }

        // 县委常委、副县长 周立: who holds a post that was named before.
        private void TakeLeaders(MappedText names)
        {
            foreach (var leader in LeaderNames.In(names))
            {
                if (Clause.Leaders.Count > 0 && LeaderNames.IsPostAlone(PlainForm.Of(Clause.Leaders[^1].Name))) Clause.Leaders[^1] = leader;
                else Clause.Leaders.Add(leader);
            }
        }

        /// <summary>What follows is no further body under the 各 of a group before it: 各镇，某园区管委会.</summary>
        public void EndGroup() => waiting.EndGroup();

        private void TakeNames(MappedText piece)
        {
            if (RoleOfAll().Match(piece.Plain) is { Success: true, Index: > 1 } all
                && RoleVerbs.AtEnd(all.Groups["verb"].Value) is { Length: > 0, Role: { } ofAll })
            {
                waiting.Add(piece.Slice(0, all.Index));
                Give(ofAll);
                return;
            }

            var (verb, role) = RoleVerbs.AtEnd(piece.Plain);
            if (verb > 0) piece = piece.Slice(0, piece.Length - verb);
            if (piece.Plain.StartsWith('由') && piece.Length > 2) piece = piece.Slice(1, piece.Length);
            if (Mainly().Match(piece.Plain) is { Success: true } mainly)
            {
                waiting.Add(piece.Slice(1, mainly.Groups["behind"].Index));
                Give(Role.Lead);
                return;
            }

            if (TakeHelpers().Match(piece.Plain) is { Success: true } helpers)
            {
                // 县甲局牵头，会同县乙局、县丙局落实
                Give(Role.Lead);
                piece = piece.Slice(helpers.Length, piece.Length);
                label = FieldMeaning.Cooperating;
            }

            if (Together().Match(piece.Plain) is { Success: true } together
                && (!UnitNames.IsGroup(piece.Plain) || UnitNames.LooksComplete(together.Groups[1].Value)))
            {
                waiting.Add(piece.Slice(0, together.Groups[1].Length));
                Give(Role.Lead);
                waiting.Add(piece.Slice(together.Groups[2].Index, piece.Length));
                label = FieldMeaning.Cooperating;
                if (verb > 0) Give(Role.Cooperating);
                return;
            }

            waiting.Add(piece);
            if (verb > 0 && label != FieldMeaning.Cooperating) Give(role);
            else if (verb > 0) Give(role == Role.Lead ? role : Role.Cooperating);
        }

        private void Give(Role? role)
        {
            foreach (var name in waiting.Joined())
            {
                if (forLater) Clause.ForLaterTasks.Add(new NamedUnit(name.Printed, role ?? Role.Responsible, name.SpanOf(0, name.Length)));
                else if (withPersons && LeaderNames.Behind(name) is { } person)
                    NameInClause.AddWithPerson(Clause, name, person, role ?? Role.Responsible);
                else if (role is { } known) NameInClause.Add(Clause, name, known);
            }

            waiting.Clear();
        }
    }
}
