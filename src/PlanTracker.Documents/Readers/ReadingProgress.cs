namespace PlanTracker.Documents.Readers;

/// <summary>How far a reading has come that takes a while: the page that is being recognized, from 1, of those that are to be.</summary>
public readonly record struct ReadingProgress(int Page, int Pages);
