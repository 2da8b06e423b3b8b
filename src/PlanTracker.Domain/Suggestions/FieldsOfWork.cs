using System.Text.Json;

namespace PlanTracker.Domain.Suggestions;

/// <summary>A field of work as wordings of tasks name it, and by which words in a unit's name its unit is known.</summary>
public sealed record FieldOfWork(IReadOnlyList<string> Duties, IReadOnlyList<string> Terms)
{
    private const string Resource = "PlanTracker.Domain.Suggestions.fields.json";

    public static IReadOnlyList<FieldOfWork> All { get; } = Read();

    /// <summary>The body whose name says this duty: the shortest such name, a bureau before what belongs to it.</summary>
    public SuggestibleBody? In(IEnumerable<SuggestibleBody> bodies) => Duties
        .Select(duty => bodies.Where(x => !x.IsGroup && x.Name.Contains(duty, StringComparison.Ordinal)).OrderBy(x => x.Name.Length)
            .ThenBy(x => x.Name, StringComparer.Ordinal).FirstOrDefault())
        .FirstOrDefault(x => x is not null);

    private static FieldOfWork[] Read()
    {
        using var stream = typeof(FieldOfWork).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource);
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.GetProperty("fields").EnumerateArray()
                .Select(x => new FieldOfWork(Words(x.GetProperty("duties")), Words(x.GetProperty("terms")))),
        ];
    }

    private static IReadOnlyList<string> Words(JsonElement joined) => joined.GetString()!.Split(' ');
}
