using Microsoft.Extensions.Localization;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;

namespace PlanTracker.Web.Wording;

/// <summary>Says a refusal to its reader: what is wrong and what to do.</summary>
public sealed class Refusals(IStringLocalizer<Words> words, Labels labels)
{
    public string this[Refusal refusal] => words[Sentence(refusal.Kind), [.. Arguments(refusal)]];

    // Names of fields are Chinese words themselves; steps and states come by their own names.
    private IEnumerable<string> Arguments(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.WrongState => [Step(refusal.Arguments[0]), State(refusal.Arguments[1])],
        RefusalKind.Missing or RefusalKind.Invalid or RefusalKind.NotDays => refusal.Arguments.Select(field => words[field].Value),
        RefusalKind.DaysOutOfRange or RefusalKind.TooManyRungs => [words[refusal.Arguments[0]], .. refusal.Arguments.Skip(1)],
        RefusalKind.NotRegistered => [words[refusal.Arguments[0]], .. refusal.Arguments.Skip(1)],
        RefusalKind.FunctionsClash or RefusalKind.RoleHeld or RefusalKind.LastOfFunction => refusal.Arguments.Select(name => Enum.TryParse<Function>(name, out var function) ? labels[function] : name),
        RefusalKind.SignInFailed => refusal.Arguments.Select(why => words[Why(why)].Value),
        _ => refusal.Arguments,
    };

    private static string Why(string kind) => kind switch
    {
        "LockedOut" => "账号已锁定",
        "Closed" => "账号已停用",
        "WrongPassword" => "密码不对",
        _ => "没有这个账号",
    };

    private string Step(string name) => Enum.TryParse<Step>(name, out var step) ? labels[step] : name;

    private string State(string name) => Enum.TryParse<OccurrenceState>(name, out var state) ? labels[state] : name;

    private static string Sentence(RefusalKind kind) => kind switch
    {
        RefusalKind.NotAllowed => "您没有办理此事的权限。如确需办理，请联系统筹单位调整角色。",
        RefusalKind.NotFound => "没有找到，可能已被移除，或不在您的查看范围内。",
        RefusalKind.ChangedMeanwhile => "其他人刚刚修改过，您的修改没有保存。请刷新后核对再改。",
        RefusalKind.WrongState => "当前状态为“{1}”，不能“{0}”。请刷新后再看。",
        RefusalKind.Missing => "“{0}”不能为空，请填写。",
        RefusalKind.Invalid => "“{0}”填写不正确，请核对。",
        RefusalKind.AlreadyOnTask => "“{0}”已在这项任务的责任单位中，请另选单位。",
        RefusalKind.EvidenceWanted => "这项任务要求附佐证材料，请先在填报进展时上传，再申请办结。",
        RefusalKind.NothingWaits => "没有待答复的申请，可能已经处理过。请刷新后再看。",
        RefusalKind.AnsweredAlready => "已经答复过，或已不需要答复。请刷新后再看。",
        RefusalKind.UrgedByLetter => "“{0}”以商请函联系，不催办。",
        RefusalKind.UrgedToday => "今天已用这种方式催办过“{0}”，不必重复。",
        RefusalKind.TooManyFiles => "一次最多上传 {0} 个文件。",
        RefusalKind.FileKindUnknown => "“{0}”的内容不是可接收的类型（PDF、办公文档、图片、文本、压缩包），没有保存。",
        RefusalKind.TooLong => "内容过长，最多 {0} 字，请精简。",
        RefusalKind.NotYourTask => "不是本单位的任务，或识别码已被改动。请重新下载填报表再填。",
        RefusalKind.NothingChanged => "与上次填报相同，没有重复记录。确无进展的，请在“无新进展”一列填“是”。",
        RefusalKind.NameTaken => "“{0}”已存在，请换一个名称。",
        RefusalKind.FunctionsClash => "同一人不能同时是“{0}”和“{1}”。系统、安全、审计管理员须由不同的人担任，也不办理业务。",
        RefusalKind.NameOfOther => "“{0}”已是“{1}”的名称或简称，请核对。确属同一单位的，请直接修改该单位。",
        RefusalKind.NotRegistered => "“{0}”一栏的“{1}”没有登记，请核对名称，或先行登记。",
        RefusalKind.InUse => "“{0}”仍有 {1} 项相关内容，不能删除。",
        RefusalKind.TwiceInFile => "“{0}”在文件中重复出现，只采用了第一处。",
        RefusalKind.FileTooLarge => "文件超过上限（{0}），请拆分后再导入。",
        RefusalKind.UnreadableFile => "文件读不出表格。请另存为 xlsx 或 CSV（UTF-8）后再导入。",
        RefusalKind.ColumnMissing => "文件中没有“{0}”一列。请先下载模板或导出现有名录，照其表头填写。",
        RefusalKind.LevelNotBelow => "“{0}”的层级须低于“{1}”，请核对层级或上级地区。",
        RefusalKind.FileEmpty => "文件是空的，没有可读的文字。请检查后重新上传。",
        RefusalKind.FileMarkedSecret => "文件标有密级（秘密、机密或绝密），本系统不得处理涉密文件，已拒绝，文件名和内容均未保留。请按保密规定处理。",
        RefusalKind.DraftIsClosed => "这份草稿已经交办或作废，不能再修改。",
        RefusalKind.NothingTold => "没有从文件中读出讲进展的段落。请上传工作总结或工作报告；实施方案、工作要点请从“导入文件”导入。",
        RefusalKind.NotReadyToPublish => "还不能交办，有 {0} 处须先处理。",
        RefusalKind.DraftIsAmendment => "这份草稿已定为原计划的修订版，请从“与原计划对照”页面发布；要作为新计划交办，请先在校核页面改选。",
        RefusalKind.AlreadyContinued => "已有下年计划接续本计划，不再重复编制。",
        RefusalKind.NotContinued => "所选任务在下年计划中没有接续，不能按结转办理。",
        RefusalKind.RoundOpen => "该期填报还没有结束。",
        RefusalKind.RoundClosed => "该期填报已经结束，不能再改。",
        RefusalKind.LeaderWithoutAccount => "该单位没有设置分管领导，或分管领导没有账号，请线下呈报。",
        RefusalKind.RoleHeld => "该账号在这段时间已有“{0}”角色，无需重复授予。",
        RefusalKind.LastOfFunction => "这是最后一个“{0}”，停用后将无人管理系统。请先授予其他人同一角色。",
        RefusalKind.ObjectionTooLate => "提出异议的期限已过（最迟 {0}），如有新的情况请与统筹单位联系。",
        RefusalKind.NothingToObject => "没有可以提出异议的决定，或已经提出过异议。",
        RefusalKind.DecidedBySame => "异议须由作出原决定以外的人处理，请转由其他人办理。",
        RefusalKind.BehindDeadline => "内部时限不能晚于任务时限 {0}。",
        RefusalKind.RoundRuns => "这份草稿正在征求意见，请先结束本轮。",
        RefusalKind.ObjectionsWait => "还有 {0} 条意见没有写明是否采纳，请先处理。",
        RefusalKind.BelowItself => "“{0}”不能移到自己或自己的下级地区之下。",
        RefusalKind.FileNotItsEnding => "“{0}”的内容不是 {1} 文件，与后缀不符，没有保存。请用原来的程序另存后再上传，不要改后缀。",
        RefusalKind.FileInfected => "“{0}”带有病毒（{1}），没有保存。请先杀毒，并检查电脑。",
        RefusalKind.FileNotScanned => "“{0}”没有保存：病毒扫描服务暂时不可用，无法确认文件安全。请稍后再传，或联系系统管理员。",
        RefusalKind.SignInFailed => "登录失败：{0}。",
        RefusalKind.NotDays => "“{0}”请填不小于 1 的整数天数，多个天数用顿号分开，不需要的留空。",
        RefusalKind.DaysOutOfRange => "“{0}”中的天数不能超过 {1}。",
        RefusalKind.TooManyRungs => "“{0}”最多设 {1} 次。",
        RefusalKind.LeaderBeforeHead => "“建议报分管领导”不能早于“提醒单位负责人”，请调整天数。",
        RefusalKind.NoticeUnreadable => "放假安排文件有误，没有采用其中任何内容。出错之处：{0}",
        RefusalKind.TransferLeavesTasks => "“{0}”还有 {1} 项未了结的任务不在本次划转之列，不能同时撤销该单位。请勾选全部任务，或不撤销原单位。",
        RefusalKind.NothingToTransfer => "所选任务都不能划转，可能已被办理或改派。请重新预览。",
        RefusalKind.TransferAhead => "职能划转自 {0} 起生效，到那一天才能执行。在此之前可以随时预览。",
        RefusalKind.LetterIsOut => "这份商请函已签发或作废，不能再改。请刷新后再看。",
        RefusalKind.StretchTooLong => "结束日期须不早于开始日期，一次最多 {0} 天。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
