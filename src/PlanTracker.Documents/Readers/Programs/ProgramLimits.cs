namespace PlanTracker.Documents.Readers.Programs;

/// <summary>Limits within which a program of the system runs.</summary>
/// <param name="Seconds">Longest time, in seconds on the clock; the reading's own token may end it earlier.</param>
/// <param name="MaxOutputBytes">Most bytes that are taken from its standard output.</param>
/// <param name="MemoryMegabytes">Largest address space, in megabytes: a program maps more than it uses. 0: not limited.</param>
/// <param name="MaxFileMegabytes">Largest file that it may write, in megabytes.</param>
internal sealed record ProgramLimits(int Seconds, long MaxOutputBytes, int MemoryMegabytes, int MaxFileMegabytes = 256);
