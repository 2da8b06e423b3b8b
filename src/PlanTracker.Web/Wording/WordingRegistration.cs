using Microsoft.Extensions.Localization;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Wording;

public static class WordingRegistration
{
    private static readonly CultureInfo[] Cultures = [new("zh-CN"), new("en")];

    /// <summary>The wordings of a page are written in Chinese where they are used; English stands in the Words.en.resx of the folder.</summary>
    public static IServiceCollection AddWording(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory>(provider => new CountingLocalizerFactory(provider.GetRequiredService<ResourceManagerStringLocalizerFactory>()));
        services.AddSingleton<Labels>();
        services.AddSingleton<Refusals>();
        services.AddSingleton<RungWords>();
        services.AddSingleton<MailFailures>();
        services.AddSingleton<FailureSentences>();
        services.AddSingleton<LightSentences>();
        services.AddSingleton<NoticeSentences>();
        services.AddSingleton<PeriodNames>();
        services.AddSingleton<DeadlineWords>();
        services.AddSingleton<ReportWords>();

        // Chinese goes out as characters, not as entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }

    public static void UseWording(this WebApplication app) => app.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new RequestCulture("zh-CN"),
        SupportedCultures = Cultures,
        SupportedUICultures = Cultures,

        // A browser set to English is no sign that its user wants it: offices' browsers often are. Only the switch decides.
        RequestCultureProviders = [new CookieRequestCultureProvider()],
    });

    public static void MapWording(this WebApplication app)
    {
        app.MapGet("/language/{culture}", async (string culture, string? back, HttpContext context, Dispatcher dispatcher) =>
        {
            if (Speaks(culture))
            {
                Choose(context, culture);
                if (context.User.Identity?.IsAuthenticated == true)
                    await dispatcher.Send(context.User, new ChooseLanguage.Command(culture), context.RequestAborted);
            }

            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();
        app.MapGet("/theme/{theme}", (string theme, string? back, HttpContext context) =>
        {
            if (theme is "light" or "dark")
                context.Response.Cookies.Append("theme", theme, Lasting);
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();
    }

    public static bool Speaks(string culture) => Cultures.Any(x => x.Name == culture);

    /// <summary>Shows this browser the pages in that language from now on.</summary>
    public static void Choose(HttpContext context, string culture) => context.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), Lasting);

    /// <summary>Whether somebody has chosen a language in this browser.</summary>
    public static bool HasChosen(HttpContext context) => context.Request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName);

    private static CookieOptions Lasting => new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true };

    private static string Local(string? back) => back is { Length: > 0 } && back[0] == '/' && !back.StartsWith("//", StringComparison.Ordinal)
        && !back.StartsWith("/\\", StringComparison.Ordinal) ? back : "/";
}
