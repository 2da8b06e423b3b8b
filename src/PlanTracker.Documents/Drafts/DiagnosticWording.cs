namespace PlanTracker.Documents.Drafts;

public enum WordingLanguage
{
    Chinese,
    English,
}

/// <summary>The sentence of every diagnostic: what is wrong and what to do, for the person who uploads or reviews. One place for all who show
/// them.</summary>
public static class DiagnosticWording
{
    public static string Sentence(Diagnostic diagnostic, WordingLanguage language)
    {
        var words = Shortened(diagnostic.Words);
        return language == WordingLanguage.English ? English(diagnostic.Kind, words) : Chinese(diagnostic.Kind, words);
    }

    private static string Shortened(string words)
    {
        const int longest = 60;
        if (words.Length <= longest)
            return words;
        return words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)] + "…";
    }

    private static string Chinese(DiagnosticKind kind, string words) => kind switch
    {
        DiagnosticKind.CannotOpen => "文件打不开。请检查路径是否正确、是否有读取权限。",
        DiagnosticKind.EmptyFile => "文件是空的，没有可读的文字。请检查后重新上传。",
        DiagnosticKind.UnknownFormat => "无法识别文件格式。请另存为 .docx、.xlsx、PDF 或纯文本后重新上传。",
        DiagnosticKind.IsPicture => "文件是图片，没有读到文字。请换清晰的扫描件，或上传可编辑的文字稿。",
        DiagnosticKind.Damaged => "文件已损坏或不完整，没有读取任何内容。请重新获取原文件后上传。",
        DiagnosticKind.PasswordProtected => "文件设有密码。请取消密码后重新上传。",
        DiagnosticKind.NestedArchive => "压缩包里又有压缩包，没有读取。请解开后上传其中的文件。",
        DiagnosticKind.OneOfSeveral => $"压缩包中有多份文件，这里是其中的「{words}」。请一并查看其他文件。",
        DiagnosticKind.OthersUnreadable => $"压缩包中有文件没有读出：{words}。原因见该文件，请处理后单独上传。",
        DiagnosticKind.PicturesLeftOut => $"压缩包中有 {OrSome(words)} 张图片没有读取。图片是文件正文的，请单独打包上传。",
        DiagnosticKind.OutdatedFormat => "文件由很早的办公软件保存，无法读取。请用 WPS 或 Word 打开，另存为 .docx 或 .xlsx 后重新上传。",
        DiagnosticKind.UnpackedTooLarge => $"文件解压后过大{Limit(words)}，已停止读取。请删去图片等附件后重新上传。",
        DiagnosticKind.TooManyParts => $"文件的段落、表格行或内部部件过多{Limit(words)}，已停止读取。请拆分或清理后重新上传。",
        DiagnosticKind.TooDeep => $"文件的表格或标签嵌套过深{Limit(words)}，已停止读取。请把正文复制到新文件后重新上传。",
        DiagnosticKind.TooLong => $"文件过长{Limit(words)}，已停止读取。请拆分后重新上传。",
        DiagnosticKind.ForbiddenDtd => "文件内含不允许的外部定义(DTD)，可能是恶意文件，已拒绝读取。请核实来源，或把正文复制到新文件后重新上传。",
        DiagnosticKind.MarkedSecret => "文件首页标有密级(秘密、机密或绝密)，本系统不得处理涉密文件，已拒绝，未保留任何内容。请按保密规定处理。",
        DiagnosticKind.TookTooLong => "读取时间过长，已停止。请拆分或清理文件后重新上传。",
        DiagnosticKind.ProgramMissing => $"读取这种文件所需的程序没有安装。请系统管理员在服务器上安装 {OrSome(words)}，再重新上传;"
            + "或另存为 .docx、.xlsx 后上传。",
        DiagnosticKind.TooManyPages => $"文件页数过多{Limit(words)}，已停止读取。请拆分后重新上传。",
        DiagnosticKind.TooManyScannedPages => $"扫描页过多{Limit(words)}，已停止读取。请拆分后重新上传，或上传可编辑的文字稿。",
        DiagnosticKind.TooManyScannedTogether => $"压缩包中各文件的扫描页合计过多{Limit(words)}，这份文件没有读取。请把它单独上传，或上传可编辑的文字稿。",
        DiagnosticKind.NotAPlan => "这份文件看起来不是实施方案、工作要点或任务分解表。请确认是否传错文件。",
        DiagnosticKind.NoTasks => "没有读到任务。请确认文件含有编号的任务，或手工添加。",
        DiagnosticKind.ReportOnlyNextSteps => "这是一份工作报告，只读取了下一步工作打算中的任务。请核对是否需要导入。",
        DiagnosticKind.MaybeNotAPlan => "标题和开头没有写明这是方案、要点或任务分解，各项也没有写明责任单位，可能是政策、指南或通告。"
            + "请先确认是否需要导入，再核对任务。",
        DiagnosticKind.NobodyNamed => "整份文件没有一项写明责任单位。请确认读到的各项确是任务，再指定单位。",
        DiagnosticKind.ItemsLeftOut => $"任务取自文中的表格，「{words}」下的编号条目没有列为任务。请核对是否需要补充。",
        DiagnosticKind.PeriodUnknown => "读不出计划的年度，没有写年份的时限无法确定。请填写计划年度。",
        DiagnosticKind.UndecodableCharacters => $"有 {OrSome(words)} 个字符无法识别，已用�代替。请对照原文补正。",
        DiagnosticKind.GarbledText => $"「{words}」一处像是乱码，可能有任务、单位或时限没有读出。请对照原文补正，或换编码正确的文件重新上传。",
        DiagnosticKind.RecognizedText => "这份文件是扫描件或图片，文字由系统识别得出，可能有错字、漏字。请对照原件核对单位、时限和数字。",
        DiagnosticKind.UnsureCharacters => $"「{words}」识别把握不大，可能有错字。请对照原件。",
        DiagnosticKind.NoUnits => "没有读到责任单位。请指定。",
        DiagnosticKind.UnsureUnit => $"「{words}」是否为单位名称，拿不准。请核对。",
        DiagnosticKind.UnsureRole => $"「{words}」是牵头、责任还是配合单位，拿不准。请核对。",
        DiagnosticKind.UnitsAbove => $"上一级条目也写了责任单位「{words}」，这里没有列入。请核对是否一并负责。",
        DiagnosticKind.UnsureDeadline => $"「{words}」是否为完成时限，拿不准。请核对。",
        DiagnosticKind.ImpossibleDate => $"「{words}」不是真实存在的日期。请对照原文改正。",
        DiagnosticKind.AmbiguousYear => $"「{words}」没有写明年份，而计划跨多个年度，暂按最后一年。请核对。",
        DiagnosticKind.BareMonth => $"「{words}」可以理解为当月底或上月底，暂按当月最后一天。请核对。",
        DiagnosticKind.NumberGap => $"编号在「{words}」前不连续，可能漏读或原文有删减。请对照原文。",
        DiagnosticKind.NumberRepeated => $"编号「{words}」在同一部分重复出现。请对照原文。",
        DiagnosticKind.UnsureSection => $"编号从「{words}」开始，前面没有读到所属部分的标题。请对照原文补上。",
        DiagnosticKind.GuessedHeading => "原文没有编号，这项任务是按标题样式分出来的。请核对标题和所属部分。",
        DiagnosticKind.RunTogether => "原表各栏文字连在一起，这一行的标题、领导、单位和时限是推断分开的。请对照原文。",
        DiagnosticKind.NoTitle => "表中这一行没有任务内容。请对照原文补充。",
        DiagnosticKind.ShiftedYear => $"年份已顺延：{words}。请核对时间和相应的要求。",
        DiagnosticKind.KeptYear => $"「{words}」没有顺延年份。请核对是否需要改。",
        DiagnosticKind.EndedUnit => $"上年的责任单位已撤并：{words}。请核对由谁接续。",
        DiagnosticKind.LongTitle => "任务没有单独的标题，暂用第一句话代替。可改为简短的标题。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string English(DiagnosticKind kind, string words) => kind switch
    {
        DiagnosticKind.CannotOpen => "The file cannot be opened. Check that the path is right and that you may read it.",
        DiagnosticKind.EmptyFile => "The file is empty: there is no text in it. Check it and upload it again.",
        DiagnosticKind.UnknownFormat => "The format of the file is not known. Save it as .docx, .xlsx, PDF or plain text and upload it again.",
        DiagnosticKind.IsPicture => "The file is a picture and no text was found in it. Upload a clearer scan, or the text itself.",
        DiagnosticKind.Damaged => "The file is damaged or incomplete; nothing was read. Get the original again and upload it.",
        DiagnosticKind.PasswordProtected => "The file is protected by a password. Remove the password and upload it again.",
        DiagnosticKind.NestedArchive => "There is an archive inside of the archive; it was not read. Unpack it and upload the files in it.",
        DiagnosticKind.OneOfSeveral => $"The archive holds several files; this is “{words}”. Look at the others too.",
        DiagnosticKind.OthersUnreadable => $"Some files of the archive could not be read: {words}. See there why, and upload them by themselves.",
        DiagnosticKind.PicturesLeftOut => $"{OrSome(words)} picture(s) of the archive were not read. If they are pages of a document, pack them by themselves.",
        DiagnosticKind.OutdatedFormat => "The file was saved by a very old office program and cannot be read. "
            + "Open it in WPS or Word, save it as .docx or .xlsx and upload it again.",
        DiagnosticKind.UnpackedTooLarge => $"The file is too large once unpacked{LimitEnglish(words)}; reading stopped. "
            + "Remove pictures and upload it again.",
        DiagnosticKind.TooManyParts => $"The file has too many paragraphs, rows or parts{LimitEnglish(words)}; reading stopped. "
            + "Split it or clean it up.",
        DiagnosticKind.TooDeep => $"Tables or tags are nested too deeply{LimitEnglish(words)}; reading stopped. Copy the text into a new file.",
        DiagnosticKind.TooLong => $"The file is too long{LimitEnglish(words)}; reading stopped. Split it and upload the parts.",
        DiagnosticKind.ForbiddenDtd => "The file holds a document type definition (DTD), which is not allowed and may be hostile; it was refused. "
            + "Check where it comes from, or copy the text into a new file.",
        DiagnosticKind.MarkedSecret => "The first page is marked as a state secret (秘密, 机密 or 绝密). Such documents are not for this system: "
            + "it was refused and nothing of it was kept. Handle it as the rules on secrets require.",
        DiagnosticKind.TookTooLong => "Reading took too long and was stopped. Split the file or clean it up.",
        DiagnosticKind.ProgramMissing => $"The program that reads such files is not installed. Have the administrator of the server install "
            + $"{OrSome(words)} and upload the file again, or save it as .docx or .xlsx.",
        DiagnosticKind.TooManyPages => $"The file has too many pages{LimitEnglish(words)}; reading stopped. Split it and upload the parts.",
        DiagnosticKind.TooManyScannedPages => $"The file has too many scanned pages{LimitEnglish(words)}; reading stopped. "
            + "Split it, or upload the text itself.",
        DiagnosticKind.TooManyScannedTogether => $"The files of the archive have too many scanned pages together{LimitEnglish(words)}; this one was not read. "
            + "Upload it by itself, or the text itself.",
        DiagnosticKind.NotAPlan => "This does not look like a plan, key points or a table of tasks. Check that it is the right file.",
        DiagnosticKind.NoTasks => "No tasks were found. Check that the document has numbered tasks, or add them by hand.",
        DiagnosticKind.ReportOnlyNextSteps => "This is a report; only the tasks of its section on next steps were read. "
            + "Check whether it should be imported.",
        DiagnosticKind.MaybeNotAPlan => "Neither the title nor the first words call this a plan, and no item names a responsible unit: it may be a policy, "
            + "a guide or an announcement. Decide whether to import it at all, then check the tasks.",
        DiagnosticKind.NobodyNamed => "No item of the whole document names a responsible unit. Check that the items are tasks, then name the units.",
        DiagnosticKind.ItemsLeftOut => $"The tasks were taken from the table; the numbered items under “{words}” are not among them. "
            + "Check whether any is missing.",
        DiagnosticKind.PeriodUnknown => "The plan's year could not be read, so deadlines without a year stay open. Fill in the year.",
        DiagnosticKind.UndecodableCharacters => $"{OrSome(words)} character(s) could not be decoded and show as �. Mend them from the original.",
        DiagnosticKind.GarbledText => $"“{words}” looks garbled: tasks, units or deadlines may be missing there. "
            + "Mend it from the original, or upload a file that was saved with the right encoding.",
        DiagnosticKind.RecognizedText => "This is a scan or a picture: its text was recognized by the system and may hold wrong or missing characters. "
            + "Check units, deadlines and figures against the original.",
        DiagnosticKind.UnsureCharacters => $"“{words}” was recognized with little confidence. Check it against the original.",
        DiagnosticKind.NoUnits => "No responsible unit was found. Name one.",
        DiagnosticKind.UnsureUnit => $"It is not certain that “{words}” names a unit. Check it.",
        DiagnosticKind.UnsureRole => $"It is not certain whether “{words}” leads, is responsible or cooperates. Check it.",
        DiagnosticKind.UnitsAbove => $"The item above names units too, “{words}”, who are not listed here. Check whether they share this task.",
        DiagnosticKind.UnsureDeadline => $"It is not certain that “{words}” is the deadline. Check it.",
        DiagnosticKind.ImpossibleDate => $"“{words}” is not a day that exists. Correct it from the original.",
        DiagnosticKind.AmbiguousYear => $"“{words}” names no year and the plan covers several; the last one was taken for now. Check it.",
        DiagnosticKind.BareMonth => $"“{words}” may mean the end of that month or of the one before; "
            + "the month's last day was taken for now. Check it.",
        DiagnosticKind.NumberGap => $"The numbering is broken before “{words}”: something may be missing. Compare with the original.",
        DiagnosticKind.NumberRepeated => $"The number “{words}” occurs more than once in one section. Compare with the original.",
        DiagnosticKind.UnsureSection => $"The numbers begin with “{words}” and no heading was found above. Add the section from the original.",
        DiagnosticKind.GuessedHeading => "The document has no numbers; this task was told by the look of its heading. Check its title and section.",
        DiagnosticKind.RunTogether => "The cells of this table came without separators; where title, leaders, units and time begin was inferred. "
            + "Compare with the original.",
        DiagnosticKind.NoTitle => "This row of the table has no wording of a task. Please add it from the original.",
        DiagnosticKind.ShiftedYear => $"The year was moved: {words}. Check the time and what is asked by then.",
        DiagnosticKind.KeptYear => $"The year in “{words}” was not moved. Check whether it should be.",
        DiagnosticKind.EndedUnit => $"A unit of last year's plan has ended: {words}. Check who goes on with it.",
        DiagnosticKind.LongTitle => "The task has no heading of its own; its first sentence is used for now. You may give it a short title.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Limit(string words) => words.Length == 0 ? "" : $"（上限 {words}）";

    private static string LimitEnglish(string words) => words.Length == 0 ? "" : $" (limit {words})";

    private static string OrSome(string words) => words.Length == 0 ? "?" : words;
}
