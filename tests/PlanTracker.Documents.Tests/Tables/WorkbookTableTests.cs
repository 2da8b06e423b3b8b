using PlanTracker.Documents.Tables;
using PlanTracker.Documents.Writing;

namespace PlanTracker.Documents.Tests.Tables;

public sealed class WorkbookTableTests
{
    [Fact]
    public void A_workbook_written_here_is_read_as_a_table()
    {
        var file = SheetWriter.Write(new Sheet("单位名录", [], [new("名称", 20), new("简称(分号分隔)", 20), new("排序", 8)], [["县财政局", "=甲;乙", ""], ["县司法局", null, "20"]]));

        var table = NamedTable.Read(file, "名称").Value;

        Assert.Equal(["县财政局", "县司法局"], table.Rows.Select(x => x["名称"]));
        Assert.Equal(["=甲", "乙"], table.Rows[0].Several("简称"));
        Assert.Equal(("20", 3), (table.Rows[1]["排序"], table.Rows[1].Line));
    }
}
