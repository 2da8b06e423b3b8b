using System.Xml.Linq;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Features.Audit;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Auditing;

public sealed class DeedNameTests
{
    /// <summary>A new command needs its line in Features/Audit/DeedNames.cs and its English beside it.</summary>
    [Fact]
    public void Every_command_has_its_name_in_both_languages()
    {
        var file = Path.Combine(SourceTree.Root, "src", "PlanTracker.Web", "Features", "Audit", "Words.en.resx");
        var english = XDocument.Load(file).Descendants("data").Select(x => x.Attribute("name")!.Value).ToHashSet();

        Assert.DoesNotContain(Deeds.All, x => !DeedNames.Of.TryGetValue(x, out var name) || !english.Contains(name));
        Assert.DoesNotContain(DeedNames.Of.Values, x => !english.Contains(x));
    }
}
