using Microsoft.EntityFrameworkCore;
using PlanTracker.Documents.Tests.Readers;
using PlanTracker.Documents.Tests.Readers.Pdf;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Progress;

/// <summary>Evidence of every kind that holds words, with a mark of secrecy at its head or with the words in its text alone.</summary>
public sealed class SecretEvidenceTests
{
    private const string Law = "会议组织学习保守国家秘密法，强调机密文件不得上网，秘密载体专人保管。";

    public static TheoryData<string> Kinds => ["pdf", "long.pdf", "scan behind.pdf", "doc", "ofd", "zip"];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Evidence_marked_secret_is_refused_and_nothing_of_it_is_kept(string kind)
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var (refusal, file) = await Hand(app, kind, "机密★1年");

        Assert.Equal(RefusalKind.FileMarkedSecret, refusal?.Kind);
        var (refused, evidence, kept) = await app.InStore(async db =>
            (await db.RefusedUploads.CountAsync(), await db.Evidence.CountAsync(), await db.StoredFiles.CountAsync(x => x.Size == file.Length)));
        Assert.Equal((1, 0, 0), (refused, evidence, kept));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(app.Store.DataFolder, "*", SearchOption.AllDirectories), path => new FileInfo(path).Length == file.Length);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Evidence_that_only_speaks_of_secrets_is_kept(string kind)
    {
        await using var app = await TestApp.Start(Database.Sqlite);
        var (refusal, _) = await Hand(app, kind, "关于学习保守国家秘密法的情况");

        Assert.Null(refusal);
        Assert.Equal((0, 1), await app.InStore(async db => (await db.RefusedUploads.CountAsync(), await db.Evidence.CountAsync())));
    }

    private static async Task<(Refusal? Refusal, byte[] File)> Hand(TestApp app, string kind, string head)
    {
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world, OccurrenceState.InProgress);
        var file = Make(kind, head);
        var entry = new ReportEntry("完成") { Files = [new EvidenceFile("材料." + kind, file)] };
        return ((await app.Send(world.DevelopmentReporter, new FileReport.Command(laid.Lead.Id, entry))).Refusal, file);
    }

    private static byte[] Make(string kind, string head) => kind switch
    {
        "doc" => WordFiles.Doc([new(head), new("情况报告"), new(Law)]),
        "ofd" => OfdFiles.Ofd([OfdFiles.Line(0, 0, head) + OfdFiles.Line(2, 2, Law)]),
        "zip" => Packed(head),
        "long.pdf" => Pages(head, 260, scanned: false),
        "scan behind.pdf" => Pages(head, 70, scanned: true),
        _ => Pages(head, 1, scanned: false),
    };

    private static byte[] Pages(string head, int count, bool scanned)
    {
        var pdf = new PdfFile().Page().Words(80, 60, head, 12).Words(200, 120, "情况报告", 22);
        pdf.Paragraph(80, 180, Law, squares: 27);
        for (var i = 1; i < count; i++)
        {
            pdf.Page();
            if (!scanned)
                pdf.Words(80, 120, "情况续页。");
        }
        return pdf.Build();
    }

    private static byte[] Packed(string head) => OfficeFiles.Zip(("情况.txt", "情况报告\n" + Law), ("附件.txt", head + "\n" + Law));
}
