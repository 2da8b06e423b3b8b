using System.Text.RegularExpressions;
using System.Xml.Linq;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.House;

/// <summary>The rules by which the rooms stand apart, checked on the sources themselves.</summary>
public sealed partial class HouseTests
{
    private static readonly string Source = Path.Combine(SourceTree.Root, "src");

    [Theory]
    [InlineData("PlanTracker.Domain", new string[0])]
    [InlineData("PlanTracker.Documents", new[] { "PlanTracker.Domain" })]
    [InlineData("PlanTracker.Cli", new[] { "PlanTracker.Documents" })]
    [InlineData("PlanTracker.Web", new[] { "PlanTracker.Documents", "PlanTracker.Domain" })]
    public void A_project_references_only_what_lies_below_it(string project, string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(Source, project, project + ".csproj")).Descendants("ProjectReference")
            .Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value)).Order();

        Assert.Equal(allowed, references);
    }

    [Fact]
    public void Domain_needs_nothing_but_the_base_library() =>
        Assert.Empty(XDocument.Load(Path.Combine(Source, "PlanTracker.Domain", "PlanTracker.Domain.csproj")).Descendants("PackageReference"));

    [Fact]
    public void A_feature_never_references_another_feature()
    {
        var faults = from file in Sources("PlanTracker.Web/Features")
                     let own = FeatureOf(file)
                     from Match use in FeatureName().Matches(File.ReadAllText(file))
                     where use.Groups["feature"].Value != own
                     select $"{Relative(file)} uses {use.Groups["feature"].Value}";

        Assert.Empty(faults);
    }

    [Fact]
    public void Shared_components_send_no_requests() =>
        Assert.Empty(Sources("PlanTracker.Web/Components/Shared").Where(file => Uses(file, "Sender", "Dispatcher")).Select(Relative));

    /// <summary>A click on a page that the server has only drawn would be lost.</summary>
    [Fact]
    public void Editing_pages_can_be_used_only_once_they_listen() =>
        Assert.Empty(Sources("PlanTracker.Web/Features").Select(file => (File: file, Text: File.ReadAllText(file)))
            .Where(page => page.Text.Contains("@rendermode InteractiveServer", StringComparison.Ordinal) && !page.Text.Contains("<Ready>", StringComparison.Ordinal))
            .Select(page => Relative(page.File)));

    [Fact]
    public void Only_the_jobs_name_the_scheduler() =>
        Assert.Empty(Sources("PlanTracker.Web").Where(file => !IsIn(file, "Jobs") && Uses(file, "Quartz")).Select(Relative));

    [Fact]
    public void Only_the_requests_name_the_dispatchers_library() =>
        Assert.Empty(Sources("PlanTracker.Web").Where(file => !IsIn(file, "Requests") && Uses(file, "MediatR")).Select(Relative));

    [Fact]
    public void Only_its_reader_or_writer_names_a_formats_library() =>
        Assert.Empty(
            Sources("PlanTracker.Documents").Where(file => !IsIn(file, "Readers/Html") && Uses(file, "AngleSharp"))
                .Concat(Sources("PlanTracker.Documents").Where(file => !IsIn(file, "Readers") && !IsIn(file, "Writing") && Uses(file, "DocumentFormat.OpenXml")))
                .Select(Relative));

    [Fact]
    public void Only_one_place_of_the_readers_starts_programs() =>
        Assert.Empty(Sources("PlanTracker.Documents").Where(file => !IsIn(file, "Readers/Programs") && Uses(file, "ProcessStartInfo", "Process"))
            .Select(Relative));

    [Fact]
    public void Only_one_place_knows_the_time_zone() =>
        Assert.Empty(Sources("PlanTracker.Web").Where(file => !file.EndsWith("Clock.cs", StringComparison.Ordinal) && !IsIn(file, "Jobs")
            && Uses(file, "TimeZoneInfo", "FromHours(8)", "AddHours(8)")).Select(Relative));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.Exists(Path.Combine(Source, folder))
            ? Directory.EnumerateFiles(Path.Combine(Source, folder), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
                    && !file.Contains("/Migrations/", StringComparison.Ordinal))
            : [];

    private static bool Uses(string file, params string[] words)
    {
        var text = File.ReadAllText(file);
        return words.Any(word => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)"));
    }

    private static bool IsIn(string file, string folder) => file.Contains($"/{folder}/", StringComparison.Ordinal);

    private static string FeatureOf(string file) => Relative(file).Split('/')[2];

    private static string Relative(string file) => Path.GetRelativePath(Source, file);

    [GeneratedRegex(@"PlanTracker\.Web\.Features\.(?<feature>\w+)")]
    private static partial Regex FeatureName();
}
