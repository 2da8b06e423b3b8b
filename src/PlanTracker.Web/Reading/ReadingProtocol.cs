using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PlanTracker.Documents;
using PlanTracker.Documents.Blocks;

namespace PlanTracker.Web.Reading;

/// <summary>What passes between the application and the process that reads: a file's bytes one way, its draft and text the other. Each message is its
/// length (8 bytes, little-endian) and then itself.</summary>
internal static class ReadingProtocol
{
    private const int LengthBytes = sizeof(long);

    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellBlocksApart } },
    };

    public static async Task Send(Stream to, ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var length = new byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, message.Length);
        await to.WriteAsync(length, cancellation);
        await to.WriteAsync(message, cancellation);
        await to.FlushAsync(cancellation);
    }

    /// <exception cref="InvalidDataException">The message says to be longer than allowed.</exception>
    /// <exception cref="EndOfStreamException">It ends early.</exception>
    public static async Task<byte[]> Receive(Stream from, long longest, CancellationToken cancellation)
    {
        var head = new byte[LengthBytes];
        await from.ReadExactlyAsync(head, cancellation);
        var length = BinaryPrimitives.ReadInt64LittleEndian(head);
        if (length < 0 || length > longest)
            throw new InvalidDataException("message over its limit");
        var message = new byte[length];
        await from.ReadExactlyAsync(message, cancellation);
        return message;
    }

    public static byte[] Written(ReadDocument read) => JsonSerializer.SerializeToUtf8Bytes(read, Options);

    public static ReadDocument Read(ReadOnlySpan<byte> message) =>
        JsonSerializer.Deserialize<ReadDocument>(message, Options) ?? throw new JsonException("no document");

    /// <summary>The blocks alone, as they are kept with a draft.</summary>
    public static string WrittenBlocks(IReadOnlyList<Block> blocks) => JsonSerializer.Serialize(blocks, Options);

    public static IReadOnlyList<Block> ReadBlocks(string json) => JsonSerializer.Deserialize<IReadOnlyList<Block>>(json, Options) ?? [];

    private static void TellBlocksApart(JsonTypeInfo type)
    {
        if (type.Type == typeof(Block))
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes = { new JsonDerivedType(typeof(Paragraph), "p"), new JsonDerivedType(typeof(Table), "t") },
            };
    }
}
