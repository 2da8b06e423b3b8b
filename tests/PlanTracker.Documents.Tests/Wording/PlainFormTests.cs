using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class PlainFormTests
{
    [Theory]
    [InlineData("２０２６年３月２日前", "2026年3月2日前")]
    [InlineData("٢٠٢٦年٣月", "2026年3月")]
    [InlineData("〔責任單位：縣政府〕", "(责任单位:县政府)")]
    public void Widths_scripts_and_brackets_are_of_one_form(string printed, string plain) => Assert.Equal(plain, PlainForm.Of(printed));

    [Fact]
    public void Every_digit_that_patterns_take_for_one_can_be_read()
    {
        for (var c = '\0'; c < char.MaxValue; c++)
            Assert.True(!char.IsDigit(c) || char.IsAsciiDigit(PlainForm.Of(c)), $"U+{(int)c:X4}");
    }
}
