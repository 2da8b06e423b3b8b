using System.Text;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class CsvReaderTests
{
    static CsvReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(',', "utf-8")]
    [InlineData(';', "utf-8")]
    [InlineData('\t', "utf-16")]
    [InlineData(',', "GB18030")]
    public void A_table_with_separators_becomes_a_table_whatever_its_encoding(char separator, string encoding)
    {
        var lines = "望湖县任务分解表,,,\r\n序号,任务,单位,时限\r\n1,清理文件,\"县司法局\n县财政局\",2026年6月底前\r\n2,\"公开\"\"三张清单\"\"\",县政府办,2026年9月底前\r\n";
        var encoded = Encoding.GetEncoding(encoding);
        var document = Read.Document([.. encoded.Preamble, .. encoded.GetBytes(lines.Replace(',', separator))]);
        Assert.Equal(SourceFormat.Csv, document.Format);
        Assert.Equal(["望湖县任务分解表"], Read.Paragraphs(document));
        Assert.Equal(
            ["序号 | 任务 | 单位 | 时限", "1 | 清理文件 | 县司法局\n县财政局 | 2026年6月底前", "2 | 公开\"三张清单\" | 县政府办 | 2026年9月底前"],
            Read.Rows(document));
    }

    [Fact]
    public void Cells_that_were_merged_before_the_sheet_was_saved_are_merged_again()
    {
        var document = Read.Document(Encoding.UTF8.GetBytes(
            "序号,问题,责任分工,,时限\n,,牵头单位,配合单位,\n一、整治,,,,\n1,乱收费,县发改局,县财政局,6月\n,,县市监局,,9月\n2,乱罚款,县司法局,,9月\n"));
        Assert.Equal(
            [
                "序号 | 问题 | 责任分工×2 | 时限", "^序号 | ^问题 | 牵头单位 | 配合单位 | ^时限", "一、整治 |  |  |  | ", "1 | 乱收费 | 县发改局 | 县财政局 | 6月",
                "^1 | ^乱收费 | 县市监局 |  | 9月", "2 | 乱罚款 | 县司法局 |  | 9月",
            ],
            Read.Rows(document));
    }

    [Theory]
    [InlineData("一、清理文件,公开清单,接受监督。\n(一)县司法局牵头,县财政局配合\n(二)县政府办牵头,各镇配合,年底前完成\n")]
    [InlineData("甲,乙,丙\n丁,戊\n己\n庚,辛,壬,癸\n")]
    [InlineData("甲,乙,丙\n")]
    public void Text_with_commas_stays_text(string text) =>
        Assert.Equal(SourceFormat.Text, Read.Document(Encoding.UTF8.GetBytes(text)).Format);
}
