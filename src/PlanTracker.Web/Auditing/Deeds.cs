using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Auditing;

/// <summary>The stable names of all that can be done: the feature and the verb of the command.</summary>
public static class Deeds
{
    /// <summary>Of all commands of the application, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Deeds).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.GetInterfaces().Any(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(ICommand<>)))
            .Select(NameOf).Order(StringComparer.Ordinal),
    ];

    public static string NameOf(Type command)
    {
        var verb = command.DeclaringType?.Name ?? command.Name;
        var rooms = (command.Namespace ?? "").Split('.');
        var feature = Array.IndexOf(rooms, "Features");
        return feature >= 0 && feature + 1 < rooms.Length ? $"{rooms[feature + 1]}.{verb}" : verb;
    }
}
