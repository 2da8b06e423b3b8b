namespace PlanTracker.Documents.Readers.Programs;

/// <summary>A folder of its own for one reading, that nobody else may look into and that is gone with it.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plantracker-").FullName;

    /// <summary>Writes a file whose name the caller has chosen, never the uploader.</summary>
    public string Put(string name, ReadOnlySpan<byte> content)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A program that is just being ended may still write; what it leaves is the temporary folder's to sweep.
        }
    }
}
