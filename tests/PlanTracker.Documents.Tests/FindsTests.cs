using PlanTracker.Documents.Readers;

namespace PlanTracker.Documents.Tests;

/// <summary>Documents changed at random that were once not borne, in Finds.</summary>
public sealed class FindsTests
{
    public static TheoryData<string> Finds =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Finds")).Select(file => Path.GetFileName(file)).Order()];

    [Theory, MemberData(nameof(Finds))]
    public async Task What_was_found_once_is_read_and_its_answer_points_into_its_text(string find)
    {
        var read = ReadDocument.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Finds", find)), ReadingLimits.Default);

        using var answer = new MemoryStream();
        await ReadingProtocol.WriteAsync(answer, read);
        answer.Position = 0;
        Assert.NotNull(await ReadingProtocol.ReadAsync(answer));
    }
}
