using System.Globalization;
using PlanTracker.Documents.Tables;
using PlanTracker.Domain;
using PlanTracker.Domain.Units;
using PlanTracker.Web.Registers;

namespace PlanTracker.Web.Features.Units;

/// <param name="Name">Empty where nobody is named.</param>
public sealed record UnitPerson(string Name, string Phone, string Mail)
{
    public const int LongestName = 50;
    public const int LongestPhone = 40;

    public bool IsNobody => Name.Length == 0;

    /// <summary>Why these cannot be somebody's; null where they can.</summary>
    public static Refusal? Fault(string name, string phone, string mail, string nameField, string phoneField, string mailField)
    {
        if (name.Length == 0 && (phone.Length > 0 || mail.Length > 0))
            return new Refusal(RefusalKind.Missing, nameField);
        if (name.Length > LongestName)
            return new Refusal(RefusalKind.Invalid, nameField);
        if (phone.Length > LongestPhone || !phone.All(c => char.IsAsciiDigit(c) || " -+()（）、/转".Contains(c, StringComparison.Ordinal)))
            return new Refusal(RefusalKind.Invalid, phoneField);
        return mail.Length == 0 || MailText.IsAddress(mail) ? null : new Refusal(RefusalKind.Invalid, mailField);
    }
}

/// <summary>What one row of the file says of a unit. Null stands where the file lacks the column and so says nothing; an empty cell says that there is none.</summary>
public sealed record UnitRow(
    string Name,
    OrgUnitKind? Kind,
    string? Place,
    IReadOnlyList<Alias>? Aliases,
    IReadOnlyList<string>? Groups,
    UnitPerson? Contact,
    UnitPerson? Head,
    string? Leader,
    int? Position)
{
    /// <summary>The largest number that stands for a place in protocol order.</summary>
    public const int LastPosition = 1_000_000;

    public static Outcome<UnitRow> Read(NamedTable.Row row)
    {
        var table = row.Table;
        var name = row[UnitColumns.Name];
        if (UnitName.Normalise(name).IsEmpty)
            return new Refusal(RefusalKind.Missing, UnitColumns.Name);
        if (!AliasText.IsName(name))
            return new Refusal(RefusalKind.Invalid, UnitColumns.Name);
        if (table.Has(UnitColumns.Kind) && row[UnitColumns.Kind].Length == 0)
            return new Refusal(RefusalKind.Missing, UnitColumns.Kind);
        var kind = UnitColumns.KindOf(row[UnitColumns.Kind]);
        if (table.Has(UnitColumns.Kind) && kind is null)
            return new Refusal(RefusalKind.Invalid, UnitColumns.Kind);
        var aliases = row.Several(UnitColumns.Aliases).Select(AliasText.Read).ToList();
        if (aliases.Contains(null))
            return new Refusal(RefusalKind.Invalid, UnitColumns.Aliases);
        if (!row.Several(UnitColumns.Groups).All(AliasText.IsName))
            return new Refusal(RefusalKind.Invalid, UnitColumns.Groups);
        if (row[UnitColumns.Leader] is { Length: > 0 } leader && !AliasText.IsName(leader))
            return new Refusal(RefusalKind.Invalid, UnitColumns.Leader);
        if (!TryPosition(row[UnitColumns.Position], out var position))
            return new Refusal(RefusalKind.Invalid, UnitColumns.Position);
        var fault = Fault(row, UnitColumns.Contact, UnitColumns.ContactPhone, UnitColumns.ContactMail)
            ?? Fault(row, UnitColumns.Head, UnitColumns.HeadPhone, UnitColumns.HeadMail);
        if (fault is not null)
            return fault;
        return new UnitRow(
            name,
            kind,
            table.Has(UnitColumns.Place) ? row[UnitColumns.Place] : null,
            table.Has(UnitColumns.Aliases) ? [.. aliases.OfType<Alias>().Where(x => UnitName.Normalise(x.Name) != UnitName.Normalise(name)).Distinct()] : null,
            table.Has(UnitColumns.Groups) ? [.. row.Several(UnitColumns.Groups).Distinct()] : null,
            table.Has(UnitColumns.Contact) ? new(row[UnitColumns.Contact], row[UnitColumns.ContactPhone], row[UnitColumns.ContactMail]) : null,
            table.Has(UnitColumns.Head) ? new(row[UnitColumns.Head], row[UnitColumns.HeadPhone], row[UnitColumns.HeadMail]) : null,
            table.Has(UnitColumns.Leader) ? row[UnitColumns.Leader] : null,
            position);
    }

    private static Refusal? Fault(NamedTable.Row row, string name, string phone, string mail) =>
        row.Table.Has(name) ? UnitPerson.Fault(row[name], row[phone], row[mail], name, phone, mail) : null;

    /// <param name="position">Null where nothing is typed.</param>
    public static bool TryPosition(string typed, out int? position)
    {
        position = null;
        if (typed.Length == 0)
            return true;
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read > LastPosition)
            return false;
        position = read;
        return true;
    }
}
