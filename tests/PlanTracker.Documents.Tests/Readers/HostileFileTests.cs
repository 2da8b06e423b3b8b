using System.Text;
using PlanTracker.Documents.Drafts;
using PlanTracker.Documents.Readers;
using static PlanTracker.Documents.Tests.Readers.OfficeFiles;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class HostileFileTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<byte[], DiagnosticKind> Unreadable => new()
    {
        { [], DiagnosticKind.EmptyFile },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], DiagnosticKind.Damaged },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], DiagnosticKind.Damaged },
        { "GIF89a"u8.ToArray(), DiagnosticKind.Damaged },
        { [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], DiagnosticKind.Damaged },
        { [.. "BM"u8, .. new byte[40]], DiagnosticKind.Damaged },
        { [.. Ole, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage")], DiagnosticKind.PasswordProtected },
        { [.. Ole, .. new byte[64]], DiagnosticKind.Damaged },
        { CompoundFiles.Compound(("Contents", [1, 2, 3])), DiagnosticKind.UnknownFormat },
        { "%PDF-1.7\n1 0 obj<</Encrypt 5 0 R>>\n%%EOF"u8.ToArray(), DiagnosticKind.PasswordProtected },
        { "%PDF-1.7\n1 0 obj<<"u8.ToArray(), DiagnosticKind.Damaged },
        { "{\\rtf1 }"u8.ToArray(), DiagnosticKind.EmptyFile },
        { "%PDF-1.7\n%%EOF"u8.ToArray(), DiagnosticKind.Damaged },
        { Zip(("readme.txt", "no office file")), DiagnosticKind.UnknownFormat },
        { [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 0xFE, 0x81, 0, 2], DiagnosticKind.UnknownFormat },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_file_is_told_by_its_bytes_and_the_complaint_says_what_it_is(byte[] file, DiagnosticKind kind) =>
        Assert.Equal(kind, Read.Complaint(file));

    [Fact]
    public void A_cut_off_document_gives_a_complaint_and_no_half_plan()
    {
        var whole = Docx(string.Concat(Enumerable.Range(1, 200).Select(static i => P($"（{i}）任务{i * 7919}。"))));
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(whole[..(whole.Length * 2 / 3)]));
    }

    [Fact]
    public void Broken_markup_inside_a_package_is_damage() =>
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(Docx("<w:p><w:r></w:p>")));

    [Fact]
    public void A_package_that_unpacks_to_more_than_the_limit_is_refused_whatever_it_declares()
    {
        var limits = ReadingLimits.Default with { MaxUnpackedBytes = 1 << 20 };
        var bomb = Docx(P(new string('0', 3 << 20)));
        Assert.Equal(DiagnosticKind.UnpackedTooLarge, Read.Complaint(bomb, limits));
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(WithDeclaredSize(bomb, "word/document.xml", 1000), limits));
    }

    [Fact]
    public void Parts_that_are_small_alone_are_counted_together()
    {
        var filler = new string(' ', 700_000);
        var limits = ReadingLimits.Default with { MaxUnpackedBytes = 1 << 20 };
        Assert.Equal(DiagnosticKind.UnpackedTooLarge, Read.Complaint(Docx(filler + P("甲"), styles: filler), limits));
    }

    [Fact]
    public void One_run_of_any_length_stops_at_the_longest_text() =>
        Assert.Equal(DiagnosticKind.TooLong, Read.Complaint(Docx(P(new string('0', 7_000_000)))));

    [Theory]
    [InlineData("<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE w:document SYSTEM \"http://127.0.0.1:9/leak\">")]
    public void A_document_type_definition_is_refused(string dtd)
    {
        var file = Zip(("[Content_Types].xml", DocumentTypes), ("word/document.xml", dtd + Root("w:document", $"<w:body>{P("甲")}</w:body>")));
        Assert.Equal(DiagnosticKind.ForbiddenDtd, Read.Complaint(file));
    }

    [Fact]
    public void Tables_nested_beyond_the_limit_are_refused_without_overflowing_the_stack()
    {
        const int depth = 5_000;
        var open = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", depth));
        var close = string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", depth));
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(Docx(open + P("甲") + close)));
    }

    [Theory]
    [InlineData("w:ins")]
    [InlineData("w:hyperlink")]
    [InlineData("w:drawing")]
    public void Other_elements_nested_without_end_are_refused_too(string element)
    {
        var nested = string.Concat(Enumerable.Repeat($"<{element}>", 20_000)) + string.Concat(Enumerable.Repeat($"</{element}>", 20_000));
        Assert.Equal(DiagnosticKind.TooDeep, Read.Complaint(Docx($"<w:p><w:r>{nested}</w:r>{nested}</w:p>")));
    }

    [Fact]
    public void Too_many_paragraphs_entries_or_bytes_are_refused()
    {
        var limits = ReadingLimits.Default with { MaxBlocks = 100, MaxBytes = 2_000_000 };
        Assert.Equal(DiagnosticKind.TooManyParts, Read.Complaint(Docx(string.Concat(Enumerable.Repeat("<w:p/>", 101))), limits));
        Assert.Equal(DiagnosticKind.TooManyParts, Read.Complaint(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("甲\n", 101))), limits));
        Assert.Equal(DiagnosticKind.TooManyParts, Read.Complaint(Zip([.. Enumerable.Range(0, 10_001).Select(static i => ($"{i}", ""))]), limits));
        Assert.Equal(DiagnosticKind.TooLong, Read.Complaint(new byte[2_000_001], limits));
    }

    [Fact]
    public void Entry_names_that_climb_out_are_only_names()
    {
        var file = Zip(
            ("[Content_Types].xml", DocumentTypes), ("word/document.xml", Root("w:document", $"<w:body>{P("甲")}</w:body>")),
            ("../../../../plantracker-slip.txt", "x"));
        Assert.Equal(["甲"], Read.Paragraphs(Read.Document(file)));
    }

    [Fact]
    public void A_sheet_with_cells_outside_of_any_sheet_is_damage()
    {
        var file = Xlsx([("a", "visible", """<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>""")]);
        Assert.Equal(DiagnosticKind.Damaged, Read.Complaint(file));
    }

    [Fact]
    public void A_cancelled_reading_says_that_it_took_too_long()
    {
        var reading = DocumentReader.Read(Docx(P("甲")), ReadingLimits.Default, new CancellationToken(canceled: true));
        Assert.Equal(DiagnosticKind.TookTooLong, reading.Complaint?.Kind);
    }

    /// <summary>Writes another unpacked size into the package's directory.</summary>
    private static byte[] WithDeclaredSize(byte[] zip, string entry, int size)
    {
        var name = Encoding.ASCII.GetBytes(entry);
        for (var i = 0; i + 46 + name.Length <= zip.Length; i++)
        {
            if (zip.AsSpan(i, 4).SequenceEqual("PK\x01\x02"u8) && zip.AsSpan(i + 46, name.Length).SequenceEqual(name))
                BitConverter.TryWriteBytes(zip.AsSpan(i + 24, 4), size);
        }
        return zip;
    }
}
