using System.Globalization;
using Microsoft.Extensions.Localization;

namespace PlanTracker.Web.Wording;

/// <summary>A count inside a wording. Where the wording writes <c>{0:task|tasks}</c> it chooses the word that goes with it; else it is the number itself.</summary>
public readonly record struct Counted(int Count) : IFormattable
{
    private const char Between = '|';

    public string ToString(string? format, IFormatProvider? formatProvider) => format?.Split(Between) is [var one, var many]
        ? Count == 1 ? one : many
        : Count.ToString(format, formatProvider);

    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);
}

/// <summary>Localizers whose wordings count.</summary>
public sealed class CountingLocalizerFactory(IStringLocalizerFactory resources) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Localizer(resources.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Localizer(resources.Create(baseName, location));

    private sealed class Localizer(IStringLocalizer resource) : IStringLocalizer
    {
        public LocalizedString this[string name] => resource[name];

        public LocalizedString this[string name, params object[] arguments] =>
            resource[name, [.. arguments.Select(argument => argument is int count ? new Counted(count) : argument)]];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => resource.GetAllStrings(includeParentCultures);
    }
}
