using System.Globalization;

namespace PlanTracker.Web.Wording;

/// <summary>Until it is disposed, wordings on this thread are in one person's language. For what is written while no page is asked for: mails.</summary>
public readonly struct Speaking : IDisposable
{
    private readonly CultureInfo before;

    private Speaking(CultureInfo before) => this.before = before;

    /// <param name="language">An account's; one that the application does not speak counts as Chinese.</param>
    public static Speaking In(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(WordingRegistration.Speaks(language) ? language : "zh-CN");
        return new Speaking(before);
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}
