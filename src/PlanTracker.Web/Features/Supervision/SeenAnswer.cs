using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Supervision;

/// <summary>An answer as its readers see it.</summary>
public sealed record SeenAnswer(
    Guid Id, DateOnly On, string Words, string ByName, EntrySource Source, Decision Decision, string Reason, string DecidedByName, IReadOnlyList<SeenFile> Files);

public sealed record SeenFile(Guid Id, string FileName);
