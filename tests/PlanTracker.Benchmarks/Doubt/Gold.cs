using System.Text;
using System.Text.Json;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Benchmarks.Doubt;

/// <summary>One field of a task on both sides, as words that can be compared; null where the gold does not say.</summary>
internal sealed record Compared(string Field, DraftField Marked, bool Right);

/// <summary>The right reading of a task, as the interchange form writes it.</summary>
internal sealed record Gold(JsonElement Task)
{
    public string Number => Key(Text("number"));

    public string Title => Plain(Text("title"));

    public string Section => Plain(Text("section"));

    public IEnumerable<Compared> Against(DraftTask task)
    {
        if (Has("number")) yield return new("number", DraftField.Number, Number == Key(task.Number));
        if (Has("section")) yield return new("section", DraftField.Section, IsSection(task));
        if (Has("title")) yield return new("title", DraftField.Title, SameTitle(Plain(task.Title)));
        foreach (var (name, role) in new[] { ("lead", Role.Lead), ("responsible", Role.Responsible), ("cooperating", Role.Cooperating) })
        {
            if (Has(name)) yield return new(name, DraftField.Units, Same(name, task.Units.Where(unit => unit.Role == role).Select(unit => unit.Name)));
        }

        if (Has("collective")) yield return new("collective", DraftField.Units, Same("collective", task.Collectives.Select(unit => unit.Name)));
        if (Has("andOthers")) yield return new("andOthers", DraftField.Units, Task.GetProperty("andOthers").GetBoolean() == task.AndOthers);
        if (Has("leaders")) yield return new("leaders", DraftField.Leaders, Same("leaders", task.Leaders.Select(leader => leader.Name)));
        if (Has("deadlines"))
            yield return new("deadlines", DraftField.Deadlines, Same("deadlines", task.Deadlines.Select(day => day.Day.ToString("yyyy-MM-dd", null))));
        if (Has("recurrence"))
            yield return new("recurrence", DraftField.Recurrence, (Text("recurrence") ?? "") == (task.Recurrence?.ToString().ToLowerInvariant() ?? ""));
    }

    public bool SameTitle(string title)
    {
        if (title == Title) return true;
        var (shorter, longer) = (Math.Min(title.Length, Title.Length), Math.Max(title.Length, Title.Length));
        return shorter >= 12 && 2 * shorter >= longer
            && (title.StartsWith(Title, StringComparison.Ordinal) || Title.StartsWith(title, StringComparison.Ordinal));
    }

    public static string Plain(string? words) =>
        string.Concat((words ?? "").Replace('〔', '(').Replace('〕', ')').Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)))
            .Trim('。', '.', ';', ',', ':', '、');

    public static string Key(string? number) => string.Concat(Plain(number).Where(char.IsLetterOrDigit));

    // The gold may name one heading of the path.
    private bool IsSection(DraftTask task)
    {
        var path = Plain(string.Join(" > ", task.Section));
        return path == Section || (Section.Length > 0 && task.Section.Any(heading => Plain(heading) == Section));
    }

    private bool Has(string name) => Task.TryGetProperty(name, out _);

    private string? Text(string name) => Task.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool Same(string name, IEnumerable<string> got)
    {
        var value = Task.GetProperty(name);
        var gold = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => Plain(item.GetString())) : [];
        return gold.Order(StringComparer.Ordinal).SequenceEqual(got.Select(Plain).Order(StringComparer.Ordinal));
    }
}
