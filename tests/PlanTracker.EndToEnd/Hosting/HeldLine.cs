using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanTracker.EndToEnd.Hosting;

/// <summary>A slow line: from the first message that holds a given word on, all that the server says waits, in its order, until it is let through.</summary>
public sealed partial class HeldLine
{
    private readonly Lock turn = new();
    private readonly List<Action> held = [];
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] word;
    private bool open;

    private HeldLine(byte[] word) => this.word = word;

    /// <summary>Ends when the message with the word has come.</summary>
    public Task Reached => reached.Task;

    public static async Task<HeldLine> Lay(IPage page, ReadOnlyMemory<byte> word)
    {
        var line = new HeldLine(word.ToArray());
        await page.RouteWebSocketAsync(Circuit(), browser => browser.ConnectToServer().OnMessage(frame => line.Pass(browser, frame)));
        return line;
    }

    public void LetThrough()
    {
        lock (turn)
        {
            open = true;
            held.ForEach(send => send());
        }
    }

    private void Pass(IWebSocketRoute browser, IWebSocketFrame frame)
    {
        Action send = frame.Binary is { } bytes ? () => browser.Send(bytes) : () => browser.Send(frame.Text!);
        lock (turn)
        {
            if (open || (held.Count == 0 && (frame.Binary is null || frame.Binary.AsSpan().IndexOf(word) < 0)))
            {
                send();
                return;
            }

            held.Add(send);
            reached.TrySetResult();
        }
    }

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
