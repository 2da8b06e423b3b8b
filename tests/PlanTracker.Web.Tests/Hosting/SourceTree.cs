namespace PlanTracker.Web.Tests.Hosting;

/// <summary>The checkout that the tests were built from.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PlanTracker.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the source tree");
        return folder.FullName;
    }
}
