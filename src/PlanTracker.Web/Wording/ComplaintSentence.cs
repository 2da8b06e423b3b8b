using System.Globalization;
using PlanTracker.Documents.Drafts;

namespace PlanTracker.Web.Wording;

/// <summary>The reader's own sentence for what it could not read or was unsure of, in the language of the page.</summary>
internal static class ComplaintSentence
{
    public static string Of(Diagnostic complaint) => DiagnosticWording.Sentence(
        complaint, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? WordingLanguage.English : WordingLanguage.Chinese);
}
