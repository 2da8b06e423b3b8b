using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Features.Accounts;

/// <summary>How roles are written in files: by their code names or as the screen says them in Chinese.</summary>
public static class FunctionWords
{
    public static Function? Read(string printed) => printed switch
    {
        "统筹管理员" => Function.Coordinator,
        "部门经办" => Function.UnitReporter,
        "部门负责人" => Function.UnitHead,
        "领导" => Function.Leader,
        "系统管理员" => Function.SystemAdministrator,
        "安全管理员" => Function.SecurityAdministrator,
        "审计管理员" => Function.AuditAdministrator,
        _ => Enum.TryParse<Function>(printed, ignoreCase: true, out var function) && Enum.IsDefined(function) && !char.IsAsciiDigit(printed[0]) ? function : null,
    };

    extension(Function function)
    {
        /// <summary>Held for one unit, not for a whole jurisdiction.</summary>
        public bool IsOfUnit => function is Function.UnitReporter or Function.UnitHead;
    }
}
