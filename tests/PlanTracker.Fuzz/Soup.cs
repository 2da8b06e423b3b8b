using System.Text;

namespace PlanTracker.Fuzz;

/// <summary>Texts and tables of the words of plans in any order: what the parser must bear.</summary>
internal static class Soup
{
    private static readonly string[] Words =
    [
        "一、", "二、", "（一）", "(二)", "（三", "1.", "2．", "3、", "（1）", "①", "一是", "二是", "第一条", "第二章", "任务1：", "\n", "\n", "\n\n", " ", "　", "。", "；", "，", "、", "：", "（",
        "）", "〔", "〕", "《", "》", "“", "”", "—", "责任单位：", "牵头单位：", "配合单位:", "责任领导：", "完成时限：", "（责任单位：", "（牵头单位：县司法局；配合单位：", "县水利局", "区财政局", "市司法局、财政局",
        "各镇人民政府", "各乡镇党委、人民政府", "等", "等单位", "有关部门", "牵头", "负责", "按职责分工负责", "配合", "指导", "由", "会同", "2026年", "6月底前", "2月30日前", "13月", "每季度", "每年3月底前", "年底前",
        "上半年", "印发之日起30日内", "全年", "长期坚持", "达到95%以上", "300亩", "不少于3次", "关于印发", "的通知", "实施方案", "工作要点", "总结报告", "任务分解表", "（征求意见稿）", "虚府发〔2026〕3号", "虚溪县人民政府",
        "2026年3月1日", "序号", "任务", "责任单位", "合计", "- 1 -", "第3页 共9页", "保障措施", "下一步打算", "指导思想", "疏浚河道", "發(fā)", "縣(xiàn)", "\t", "|", "| --- |", "😀", "x", "9", "排在第一位的为牵头单位",
        "以下均需各片区配合", "附件1", "抄送：", "主任：王强", "李 云", "阶段（2026年5月1日—6月30日）", "\u200B", "０", "９月", "%", "/", "<b>",
    ];

    public static byte[] Next(Random random)
    {
        var text = new StringBuilder();
        var length = 1 + random.Next(1 << random.Next(1, 12));
        if (random.Next(3) == 0)
            Table(text, random, length);
        else
            Text(text, random, length);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Text(StringBuilder text, Random random, int length)
    {
        var favourite = random.Next(4) == 0 ? Words[random.Next(Words.Length)] : null;
        for (var i = 0; i < length; i++)
            text.Append(favourite is not null && random.Next(2) == 0 ? favourite : Words[random.Next(Words.Length)]);
    }

    private static void Table(StringBuilder text, Random random, int length)
    {
        string[] heads = ["序号", "工作任务", "牵头单位", "责任单位", "配合单位", "完成时限", "责任领导", "备注", "责任分工", "进展", "单位"];
        var columns = 2 + random.Next(6);
        text.Append("<html><body><p>").Append(Words[random.Next(Words.Length)]).Append("2026年任务分解表</p><table>");
        for (var row = 0; row < 1 + (length / columns) && row < 200; row++)
        {
            text.Append("<tr>");
            for (var column = 0; column < columns; column++)
            {
                text.Append(random.Next(12) switch { 0 => "<td rowspan=2>", 1 => "<td colspan=2>", _ => "<td>" });
                if (row == 0 || random.Next(30) == 0)
                    text.Append(heads[random.Next(heads.Length)]);
                else
                    Text(text, random, random.Next(6));
            }
        }
        text.Append("</table>");
    }
}
