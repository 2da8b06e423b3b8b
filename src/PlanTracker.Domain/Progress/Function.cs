namespace PlanTracker.Domain.Progress;

/// <summary>In which function a person acts. Held as dated memberships of a unit or a jurisdiction.</summary>
public enum Function
{
    /// <summary>The office that imports, assigns, reviews, urges and publishes.</summary>
    Coordinator,

    /// <summary>部门经办</summary>
    UnitReporter,

    /// <summary>部门负责人</summary>
    UnitHead,

    /// <summary>领导</summary>
    Leader,

    /// <summary>系统管理员: runs the system and makes accounts.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: grants roles and resets.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: reads the audit log and nothing else.</summary>
    AuditAdministrator,
}
