using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanTracker.Documents.Blocks;
using PlanTracker.Documents.Drafts;
using PlanTracker.Domain.Plans;

namespace PlanTracker.Cli;

/// <summary>A draft as one line of JSON for other programs.</summary>
internal static class InterchangeForm
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream output, PlanDraft draft)
    {
        using (var json = new Utf8JsonWriter(output, Options))
            Write(json, draft);
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, PlanDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("kind", Lower(draft.Kind));
        json.WriteString("title", draft.Title);
        json.WriteString("stage", draft.Stage is { } stage ? Lower(stage) : null);
        json.WriteString("docNumber", draft.DocNumber);
        json.WriteString("issuer", draft.Issuer);
        json.WriteString("issued", draft.Issued is { } issued ? Iso(issued) : null);
        json.WriteString("period", Period(draft.Period));
        json.WriteStartArray("tasks");
        foreach (var task in draft.Tasks)
            Write(json, task);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in draft.Diagnostics)
            Write(json, draft, diagnostic);
        json.WriteEndArray();
        if (draft.Kind == DocumentKind.Report)
        {
            json.WriteStartArray("passages");
            foreach (var passage in draft.Passages)
                Write(json, passage);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportPassage passage)
    {
        json.WriteStartObject();
        json.WriteString("section", string.Join(" > ", passage.Section));
        json.WriteString("title", passage.Title);
        json.WriteString("words", passage.Words);
        json.WriteStartArray("figures");
        foreach (var figure in passage.Figures)
        {
            json.WriteStartObject();
            json.WriteString("what", figure.What);
            json.WriteNumber("value", figure.Value);
            json.WriteString("measure", figure.Measure);
            json.WriteBoolean("about", figure.About);
            Write(json, figure.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, passage.Span);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DraftTask task)
    {
        json.WriteStartObject();
        json.WriteString("number", task.Number);
        json.WriteString("section", string.Join(" > ", task.Section));
        json.WriteString("title", task.Title);
        json.WriteString("body", task.Body);
        Write(json, "lead", task.Units.Where(static unit => unit.Role == Role.Lead).Select(static unit => unit.Name));
        Write(json, "responsible", task.Units.Where(static unit => unit.Role == Role.Responsible).Select(static unit => unit.Name));
        Write(json, "cooperating", task.Units.Where(static unit => unit.Role == Role.Cooperating).Select(static unit => unit.Name));
        Write(json, "leaders", task.Leaders.Select(static leader => leader.Name));
        Write(json, "collective", task.Collectives.Select(static group => group.Name));
        json.WriteBoolean("andOthers", task.AndOthers);
        Write(json, "deadlines", task.Deadlines.Select(static dated => Iso(dated.Day)));
        json.WriteString("recurrence", task.Recurrence is { } recurrence ? Lower(recurrence) : null);
        json.WriteBoolean("ongoing", task.Ongoing);
        Write(json, "targets", task.Targets.Select(static target => target.Words));
        Write(json, task.Span);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlanDraft draft, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("kind", diagnostic.Kind.ToString());
        json.WriteString("task", diagnostic.Task is { } index && index >= 0 && index < draft.Tasks.Count ? draft.Tasks[index].Number : null);
        json.WriteString("words", diagnostic.Words);
        if (diagnostic.Span is { } span)
            Write(json, span);
        else
            json.WriteNull("span");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("span");
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Period((int First, int Last)? period) => period switch
    {
        null => null,
        { First: var first, Last: var last } when first == last => first.ToString(CultureInfo.InvariantCulture),
        { First: var first, Last: var last } => string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"),
    };
}
