using PlanTracker.Documents.Drafts;

namespace PlanTracker.Cli;

/// <summary>How the command is called, and the language in which it answers.</summary>
internal static class Usage
{
    public static string Stopped(string file, WordingLanguage language) => language == WordingLanguage.Chinese
        ? $"已中止，{file} 及其后的文件没有读取。"
        : $"Stopped: {file} and the files behind it were not read.";

    public static string Of(WordingLanguage language) => language == WordingLanguage.Chinese
        ? """
          用法: plantracker parse 文件… [--json | --text]

          从实施方案、工作要点、任务分解表等文件中读出任务、责任单位和完成时限。
            --json   每个文件输出一行 JSON
            --text   输出读到的全文
          退出状态: 0 全部读出; 2 有文件读不出; 64 参数有误; 74 输出被关闭; 130 被中止

          """
        : """
          Usage: plantracker parse FILE… [--json | --text]

          Reads tasks, responsible units and deadlines from implementation plans, key points and task tables.
            --json   one line of JSON for each file
            --text   the text as it was read
          Exit status: 0 every file was read; 2 a file could not be read; 64 wrong arguments; 74 output closed; 130 stopped

          """;
}

internal static class InterfaceLanguage
{
    /// <summary>Chinese unless LC_ALL, LC_MESSAGES or LANG (the first that is set) asks for English.</summary>
    public static WordingLanguage From(Func<string, string?> environment)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(name) is { Length: > 0 } value)
                return value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? WordingLanguage.English : WordingLanguage.Chinese;
        }
        return WordingLanguage.Chinese;
    }
}
