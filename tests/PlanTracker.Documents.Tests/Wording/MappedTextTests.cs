using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Wording;

namespace PlanTracker.Documents.Tests.Wording;

public sealed class MappedTextTests
{
    [Fact]
    public void Words_without_their_blanks_still_know_where_they_stand()
    {
        var text = MappedText.Of("县水 利\n局", sourceStart: 100).Squeeze();

        Assert.Equal("县水利局", text.Printed);
        Assert.Equal(new SourceSpan(101, 106), text.SpanOf(1, 4));
    }

    [Fact]
    public void What_was_cut_out_leaves_a_span_over_both_sides()
    {
        var text = MappedText.Of("甲（注）乙").Except([(1, 4)]);

        Assert.Equal("甲乙", text.Printed);
        Assert.Equal(new SourceSpan(0, 5), text.SpanOf(0, 2));
    }

    [Fact]
    public void The_plain_form_has_one_width_one_bracket_and_simplified_characters_in_the_same_places()
    {
        var text = MappedText.Of("【責任單位】：Ａ１，〔乙〕");

        Assert.Equal("(责任单位):A1,(乙)", text.Plain);
        Assert.Equal(text.Printed.Length, text.Plain.Length);
    }
}
