using System.Diagnostics;
using PlanTracker.Documents.Tests.Readers;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>One small plan of two tasks in every format that is read. A picture (png) is read with doubts and therefore not among <see cref="Formats"/>.</summary>
internal static class PlanFiles
{
    private static readonly string[] Lines =
    [
        "棠川县2026年河渠管护实施方案",
        "一、主要任务",
        "（一）疏通灌溉干渠。清理淤积渠段，2026年11月30日前完成。（牵头单位：县水利局；责任单位：县财政局）",
        "（二）公开管护台账。逐条渠道登记造册，2026年12月20日前完成。（牵头单位：县司法局）",
        "棠川县人民政府",
        "2026年5月6日",
    ];

    private static readonly string[][] Rows =
    [
        ["1", "疏通灌溉干渠", "县水利局", "县财政局", "2026年11月30日前"],
        ["2", "公开管护台账", "县司法局", "", "2026年12月20日前"],
    ];

    public static TheoryData<string> Formats => [.. PlanFormats.All];

    public static byte[] Of(string format) =>
        format == "png" ? Picture(PlanFormats.Printed(Lines, size: 22)) : PlanFormats.Of(format, Lines, "棠川县2026年河渠管护任务分解表", Rows);

    private static byte[] Picture(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-picture-").FullName;
        try
        {
            var file = Path.Combine(folder, "page.pdf");
            File.WriteAllBytes(file, pdf);
            using var drawing = Process.Start("pdftoppm", ["-png", "-r", "300", "-singlefile", file, Path.Combine(folder, "page")]);
            drawing.WaitForExit();
            return File.ReadAllBytes(Path.Combine(folder, "page.png"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
