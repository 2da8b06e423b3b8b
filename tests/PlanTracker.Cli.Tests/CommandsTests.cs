using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
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
    public void Who_stops_it_is_told_at_which_file_and_gets_nothing_of_that()
    {
        using var output = new MemoryStream();
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        var file = File("a.txt", "虚溪镇2026年工作方案\n一、任务\n（一）清理沟渠。6月底前完成。（责任单位：镇水利站）\n");

        var status = Commands.Run(["parse", "--json", file, file], output, complaints, static _ => null, new CancellationToken(canceled: true));

        Assert.Equal((Commands.Stopped, 0L), (status, output.Length));
        Assert.Equal($"已中止，{file} 及其后的文件没有读取。", complaints.ToString().TrimEnd());
    }

    [Fact]
    public void Where_nobody_takes_the_output_it_ends_without_a_word()
    {
        using var complaints = new StringWriter(CultureInfo.InvariantCulture);
        using var closed = new ClosedPipe();

        Assert.Equal(Commands.OutputClosed, Commands.Run(["parse", File("a.txt", "通知\n"), "b.txt"], closed, complaints, static _ => null));
        Assert.Empty(complaints.ToString());
    }

    [Theory]
    [InlineData("", null, "请系统管理员在服务器上安装 tesseract-ocr tesseract-ocr-chi-sim")]
    [InlineData(null, "", "请系统管理员在服务器上安装 tesseract-ocr tesseract-ocr-chi-sim")]
    public void Where_the_recognition_or_its_Chinese_is_not_installed_it_says_what_to_install(string? path, string? languages, string sentence)
    {
        var picture = Path.Combine(folder, "scan.png");
        System.IO.File.WriteAllBytes(picture, Png(60, 60));

        var (status, complaints) = RunAlone(["parse", "--json", picture], path, languages is null ? null : folder);

        Assert.Equal(Commands.SomeFileUnreadable, status);
        Assert.StartsWith($"{picture}: 读取这种文件所需的程序没有安装。", complaints, StringComparison.Ordinal);
        Assert.Contains(sentence, complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_programs_for_PDF_are_not_installed_it_says_what_to_install()
    {
        var (status, complaints) = RunAlone(["parse", File("a.pdf", "%PDF-1.4\n%%EOF\n")], "", null);

        Assert.Equal(Commands.SomeFileUnreadable, status);
        Assert.Contains("安装 poppler-utils", complaints, StringComparison.Ordinal);
    }

    /// <summary>As a program of its own, with other folders for the programs of the system and for the languages of the recognition.</summary>
    private static (int Status, string Complaints) RunAlone(string[] args, string? path, string? languages)
    {
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(runtime, ["exec", typeof(Commands).Assembly.Location, .. args]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("PATH", path), ("TESSDATA_PREFIX", languages), ("LANG", "zh_CN.UTF-8"), ("LC_ALL", "") })
        {
            if (value is not null)
                start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var complaints = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, complaints);
    }

    /// <summary>A gray picture with a black bar in its middle.</summary>
    private static byte[] Png(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < width; x++)
                    zlib.WriteByte((byte)(y > height / 3 && y < height / 2 ? 0 : 255));
            }
        }
        return
        [
            0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, 8, 0, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [0, 0, (byte)(content.Length >> 8), (byte)content.Length, .. body, 0, 0, 0, 0];
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }

    [Fact]
    public void Help_is_asked_for_and_given()
    {
        var (status, output, complaints) = Run(["--help"], "en_GB.UTF-8");
        Assert.Equal((0, ""), (status, complaints));
        Assert.StartsWith("Usage:", output, StringComparison.Ordinal);
    }
}
