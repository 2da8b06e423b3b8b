namespace PlanTracker.Domain.Units;

public enum OrgUnitKind
{
    /// <summary>政府部门</summary>
    GovernmentDepartment,

    /// <summary>党委部门</summary>
    PartyOrgan,

    /// <summary>人大</summary>
    PeoplesCongress,

    /// <summary>政协</summary>
    Cppcc,

    /// <summary>法院、检察院</summary>
    Judiciary,

    /// <summary>垂直管理单位</summary>
    VerticallyManaged,

    /// <summary>乡镇、街道</summary>
    Town,

    /// <summary>企业</summary>
    Enterprise,
}

public static class OrgUnitKinds
{
    /// <summary>The same as a list, for a store to ask.</summary>
    public static IReadOnlyList<OrgUnitKind> AskedByLetter { get; } = [.. Enum.GetValues<OrgUnitKind>().Where(kind => kind.IsAskedByLetter)];

    extension(OrgUnitKind kind)
    {
        /// <summary>Not the government's to order: asked by 商请函, by default never red and not named in bulletins.</summary>
        public bool IsAskedByLetter => kind is OrgUnitKind.PartyOrgan or OrgUnitKind.PeoplesCongress or OrgUnitKind.Cppcc
            or OrgUnitKind.Judiciary or OrgUnitKind.VerticallyManaged;
    }
}
