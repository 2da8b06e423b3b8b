using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;

namespace PlanTracker.Web.Features.Supervision;

/// <summary>The fields of the forms on a follow-up's page: answering, deciding, settling.</summary>
public sealed class AnswerInput
{
    public Guid Id { get; set; }
    public string? Words { get; set; }
    public EntrySource Source { get; set; }
    public DateOnly? On { get; set; }

    /// <summary>Which button was pressed: see the pages.</summary>
    public string? Act { get; set; }

    public AnswerEntry Entry(IReadOnlyList<EvidenceFile> files) => new(Words ?? "", files, Source, On);
}
