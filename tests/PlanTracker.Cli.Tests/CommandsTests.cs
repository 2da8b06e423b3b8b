using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PlanTracker.Cli.Tests;

public sealed class CommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plantracker-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static (int Status, string Output, string Complaints) Run(string[] args, string? language = null)
    {
        using var output = new MemoryStream();
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        var status = Commands.Run(args, output, complaints, name => name == "LANG" ? language : null);
        return (status, Encoding.UTF8.GetString(output.ToArray()), complaints.ToString());
    }

    [Fact]
    public void Every_file_gets_one_line_of_JSON_in_the_order_of_the_files()
    {
        var good = File("good.txt", "虚溪镇2026年工作方案\n一、任务\n（一）清理沟渠。6月底前完成。（责任单位：镇水利站）\n");
        var empty = File("empty.docx", "");

        var (status, output, complaints) = Run(["parse", empty, good, Path.Combine(folder, "missing.txt"), good, "--json"]);

        Assert.Equal(Commands.SomeFileUnreadable, status);
        Assert.EndsWith("}\n", output, StringComparison.Ordinal);
        var lines = output.TrimEnd('\n').Split('\n').Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(4, lines.Count);
        Assert.Equal([true, false, true, false], lines.Select(static line => line.GetProperty("kind").GetString() == "unreadable"));
        Assert.Equal("EmptyFile", lines[0].GetProperty("diagnostics")[0].GetProperty("kind").GetString());
        Assert.Equal("CannotOpen", lines[2].GetProperty("diagnostics")[0].GetProperty("kind").GetString());
        Assert.Contains("empty.docx: 文件是空的", complaints, StringComparison.Ordinal);
        Assert.Contains("missing.txt: 文件打不开", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_file_was_read_the_status_is_0_and_nobody_complains()
    {
        var (status, output, complaints) = Run(["parse", "--json", File("a.txt", "通知\n")]);
        Assert.Equal((Commands.EveryFileRead, ""), (status, complaints));
        Assert.Single(output.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData]
    [InlineData("parse")]
    [InlineData("parse", "--json")]
    [InlineData("read", "a.txt")]
    [InlineData("parse", "a.txt", "--xml")]
    [InlineData("parse", "a.txt", "--json", "--text")]
    public void Wrong_arguments_end_with_64_and_say_how_it_is_called(params string[] args)
    {
        var (status, output, complaints) = Run(args);
        Assert.Equal((Commands.WrongArguments, ""), (status, output));
        Assert.Contains("plantracker parse", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_what_spans_point_into()
    {
        var (status, output, _) = Run(["parse", "--text", File("a.txt", "甲\r\n乙\n")]);
        Assert.Equal((0, "甲\n乙\n\n"), (status, output));
    }

    [Fact]
    public void After_two_dashes_everything_is_a_file()
    {
        var (status, _, complaints) = Run(["parse", "--json", "--", "--text"]);
        Assert.Equal(Commands.SomeFileUnreadable, status);
        Assert.StartsWith("--text: ", complaints, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "文件是空的")]
    [InlineData("zh_CN.UTF-8", "文件是空的")]
    [InlineData("en_US.UTF-8", "The file is empty")]
    public void The_language_follows_the_environment(string? language, string sentence)
    {
        var (_, output, complaints) = Run(["parse", File("a.txt", "")], language);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.Contains(sentence, complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_asked_for_and_given()
    {
        var (status, output, complaints) = Run(["--help"], "en_GB.UTF-8");
        Assert.Equal((0, ""), (status, complaints));
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
    }
}
