using PlanTracker.Documents.Drafts;

namespace PlanTracker.Documents.Tests;

public sealed class DiagnosticWordingTests
{
    public static TheoryData<DiagnosticKind> Kinds => [.. Enum.GetValues<DiagnosticKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_sentence_in_both_languages(DiagnosticKind kind)
    {
        var diagnostic = new Diagnostic(kind, Words: "词");

        var chinese = DiagnosticWording.Sentence(diagnostic, WordingLanguage.Chinese);
        var english = DiagnosticWording.Sentence(diagnostic, WordingLanguage.English);

        Assert.EndsWith("。", chinese, StringComparison.Ordinal);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
        Assert.NotEqual(chinese, english);
    }

    [Fact]
    public void Long_quotations_are_shortened()
    {
        var sentence = DiagnosticWording.Sentence(new Diagnostic(DiagnosticKind.UnsureUnit, Words: new string('局', 500)), WordingLanguage.Chinese);
        Assert.True(sentence.Length < 100);
    }
}
