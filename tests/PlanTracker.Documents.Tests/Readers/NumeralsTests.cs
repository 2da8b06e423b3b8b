using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests.Readers;

public sealed class NumeralsTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalEnclosedCircleChinese", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 36, "㊱")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("ideographEnclosedCircle", 10, "㊉")]
    [InlineData("numberInDash", 4, "- 4 -")]
    [InlineData("lowerLetter", 1, "a")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("upperLetter", 26, "Z")]
    [InlineData("lowerRoman", 9, "ix")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 21, "二十一")]
    [InlineData("chineseCountingThousand", 66, "六十六")]
    [InlineData("chineseCountingThousand", 100, "一百")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1005, "一千零五")]
    [InlineData("taiwaneseCountingThousand", 11, "十一")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("ideographDigital", 26, "二六")]
    [InlineData("japaneseCounting", 11, "十一")]
    [InlineData("japaneseCounting", 101, "百一")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("none", 5, "")]
    [InlineData("somethingNewer", 5, "5")]
    public void A_number_shows_as_its_format_says(string format, int number, string shown) => Assert.Equal(shown, Numerals.Show(number, format));

    [Fact]
    public void No_format_fails_on_any_number()
    {
        string[] formats =
        [
            "decimalEnclosedCircle", "chineseCounting", "chineseCountingThousand", "japaneseCounting", "upperRoman", "lowerLetter", "ideographZodiac",
        ];
        foreach (var format in formats)
        {
            foreach (var number in (int[])[int.MinValue, -1, 0, 10_000, int.MaxValue])
                Assert.NotEmpty(Numerals.Show(number, format));
        }
    }
}
