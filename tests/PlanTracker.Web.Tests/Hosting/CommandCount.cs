using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>Counts what is sent to the database by everybody while it listens, so that a panel's one query stays one.</summary>
public sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> listening = [];
    private readonly ConcurrentQueue<string> texts = [];

    /// <param name="database">A part of the connection string that no other test has.</param>
    public CommandCount(string database)
    {
        this.database = database;
        listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => texts.Count;

    public IReadOnlyCollection<string> Texts => texts;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData { Connection: DbConnection connection, Command: { } command }
            && connection.ConnectionString.Contains(database, StringComparison.Ordinal))
            texts.Enqueue(command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => listening.ForEach(one => one.Dispose());
}
