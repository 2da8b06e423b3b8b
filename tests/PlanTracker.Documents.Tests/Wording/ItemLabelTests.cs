using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class ItemLabelTests
{
    [Theory]
    [InlineData("一、总体要求", LabelKind.Section, 1, 2)]
    [InlineData("二十三、抓好春耕", LabelKind.Section, 23, 4)]
    [InlineData("（十一）整治河道", LabelKind.BracketedNumeral, 11, 4)]
    [InlineData("(三）混用括号", LabelKind.BracketedNumeral, 3, 3)]
    [InlineData("( 二 )扫描件", LabelKind.BracketedNumeral, 2, 5)]
    [InlineData("3.修缮水塘", LabelKind.Digit, 3, 2)]
    [InlineData("10．全角点", LabelKind.Digit, 10, 3)]
    [InlineData("7、顿号", LabelKind.Digit, 7, 2)]
    [InlineData("4.2026年底前完工", LabelKind.Digit, 4, 2)]
    [InlineData("（12）专项", LabelKind.BracketedDigit, 12, 4)]
    [InlineData("2）半括号", LabelKind.BracketedDigit, 2, 2)]
    [InlineData("1.2 分级编号", LabelKind.DottedDigits, 2, 3)]
    [InlineData("③圈号", LabelKind.Circled, 3, 1)]
    [InlineData("三是加密巡查", LabelKind.Enumerated, 3, 2)]
    [InlineData("第十二条 单位", LabelKind.Article, 12, 4)]
    [InlineData("第二章 职责", LabelKind.Chapter, 2, 3)]
    [InlineData("任务5：清淤", LabelKind.Digit, 5, 4)]
    public void A_number_before_an_item_is_read_with_its_marks(string words, LabelKind kind, int value, int length) =>
        Assert.Equal(new ItemLabel(kind, value, length), ItemLabel.ReadAt(PlainForm.Of(words), 0));

    [Theory]
    [InlineData("2.48亿元投资")]
    [InlineData("2026年工作")]
    [InlineData("一次性补助")]
    [InlineData("（试行）")]
    [InlineData("（2026）12号")]
    [InlineData("第三产业")]
    [InlineData("十分重视")]
    public void Amounts_years_and_words_are_no_numbers_of_items(string words) => Assert.Null(ItemLabel.ReadAt(PlainForm.Of(words), 0));
}
