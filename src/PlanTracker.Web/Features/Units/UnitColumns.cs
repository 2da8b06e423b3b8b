using PlanTracker.Domain.Units;

namespace PlanTracker.Web.Features.Units;

/// <summary>The columns of a file of units, and how a unit's values are written in them. The words are those of the file, whatever language its reader's
/// screen speaks, so that a file goes round between offices.</summary>
public static class UnitColumns
{
    public const string Name = "名称";
    public const string Kind = "类别";
    public const string Place = "地区";
    public const string Aliases = "简称";
    public const string Groups = "单位组";
    public const string Contact = "联系人";
    public const string ContactPhone = "联系电话";
    public const string ContactMail = "邮箱";
    public const string Head = "负责人";
    public const string HeadPhone = "负责人电话";
    public const string HeadMail = "负责人邮箱";
    public const string Leader = "分管领导";
    public const string Position = "排序";

    /// <summary>The heads as exported, in order; those with several values say so.</summary>
    public static IReadOnlyList<string> Heads { get; } =
    [
        Name, Kind, Place, Aliases + "(分号分隔)", Groups + "(分号分隔)", Contact, ContactPhone, ContactMail, Head, HeadPhone, HeadMail, Leader, Position,
    ];

    private static readonly Dictionary<string, OrgUnitKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["政府部门"] = OrgUnitKind.GovernmentDepartment,
        ["党委机构"] = OrgUnitKind.PartyOrgan,
        ["人大"] = OrgUnitKind.PeoplesCongress,
        ["政协"] = OrgUnitKind.Cppcc,
        ["法院检察院"] = OrgUnitKind.Judiciary,
        ["垂直管理"] = OrgUnitKind.VerticallyManaged,
        ["乡镇"] = OrgUnitKind.Town,
        ["企业"] = OrgUnitKind.Enterprise,
        ["党委部门"] = OrgUnitKind.PartyOrgan,
        ["法院、检察院"] = OrgUnitKind.Judiciary,
        ["垂管单位"] = OrgUnitKind.VerticallyManaged,
        ["乡镇街道"] = OrgUnitKind.Town,
    };

    public static OrgUnitKind? KindOf(string printed) => Kinds.TryGetValue(printed, out var kind) ? kind : null;

    public static string WordOf(OrgUnitKind kind) => Kinds.First(x => x.Value == kind).Key;
}
