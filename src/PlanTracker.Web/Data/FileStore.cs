using System.Security.Cryptography;

namespace PlanTracker.Web.Data;

/// <summary>Files by content: each is kept once, under the SHA-256 of its bytes. A file is written before the row that names it.</summary>
public sealed class FileStore(StoreOptions options)
{
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Keeps the content and gives its hash. Half-written files never get their name.</summary>
    public async Task<string> Keep(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var hash = HashOf(content.Span);
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = Path.Combine(Path.GetDirectoryName(path)!, Path.GetRandomFileName());
        await using (var file = new FileStream(partial, FileMode.CreateNew))
            await file.WriteAsync(content, cancellation);
        File.Move(partial, path, overwrite: true);
        return hash;
    }

    /// <summary>Null where the content is gone.</summary>
    public Stream? Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Removes every file.</summary>
    public void Empty()
    {
        var folder = Path.Combine(options.DataFolder, "files");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private string PathOf(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("not a SHA-256", nameof(hash));
        return Path.Combine(options.DataFolder, "files", hash[..2], hash);
    }
}
