using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Auditing;

/// <summary>Runs a command as one transaction with its entry in the audit log. What is refused leaves nothing but the entry; what changes nothing leaves none,
/// unless it is an <see cref="IDeed"/>.</summary>
public sealed class AuditTrail(PlanTrackerDbContext db, ActorOfScope scope, AuditChain chain, DeedObjects objects, DeedNote note, Clock clock)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private List<RefusedUpload> refusedUploads = [];

    public async Task<TResult> Around<TResult>(ICommand<TResult> command, Func<Task<TResult>> act, CancellationToken cancellation)
    {
        var about = await objects.Of(command, cancellation);
        db.KeepsTogether = command is not IInStages;
        var result = await act();
        var refusals = RefusalsOf(result);
        var isRefused = refusals.Count > 0 && refusals.All(x => x is not null);
        if (isRefused)
            await RollBack();
        else if (db.Database.CurrentTransaction is null && command is not IDeed && note.Failure is null)
            return result;

        // From here on nobody's impatience matters: what was done is written down.
        var entry = await Entry(command, await objects.Made(command, result, CancellationToken.None) ?? about, refusals, isRefused);
        db.ChangeTracker.Clear();
        db.KeepsTogether = true;
        await db.BeginChange(CancellationToken.None);
        KeepNotes();
        await chain.Append(entry, CancellationToken.None);
        await db.Database.CommitTransactionAsync(CancellationToken.None);
        db.KeepsTogether = false;
        return result;
    }

    /// <summary>That a file was refused is kept, although the command was.</summary>
    private void KeepNotes()
    {
        db.RefusedUploads.AddRange(refusedUploads);
        refusedUploads = [];
    }

    private async Task RollBack()
    {
        refusedUploads = [.. db.ChangeTracker.Entries<RefusedUpload>().Select(x => x.Entity)];
        if (db.Database.CurrentTransaction is not null)
            await db.Database.RollbackTransactionAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
    }

    private async Task<AuditEntry> Entry(object command, DeedObject? about, IReadOnlyList<Refusal?> refusals, bool isRefused)
    {
        var actor = scope.Actor;
        var personId = note.AccountId ?? (actor.IsSystem || !actor.IsSignedIn ? null : actor.AccountId);
        var (person, functions, unit, home) = await objects.Person(personId, actor, CancellationToken.None);
        var failure = isRefused ? refusals[0] : note.Failure;
        return new AuditEntry
        {
            At = new DateTime(clock.UtcNow.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
            PersonId = personId, Person = DeedArguments.Clean(person), Functions = functions, Unit = DeedArguments.Clean(unit), Address = scope.Address,
            JurisdictionId = about?.JurisdictionId ?? home, Action = Deeds.NameOf(command.GetType()), Arguments = Arguments(command, refusals),
            ObjectKind = about?.Kind ?? "", ObjectId = about?.Id ?? "", ObjectTitle = DeedArguments.Clean(about?.Title ?? ""),
            Outcome = failure is null ? DeedOutcome.Done : DeedOutcome.Refused,
            Refusal = failure is null ? "" : string.Join('\n', [failure.Kind.ToString(), .. failure.Arguments.Select(x => DeedArguments.Clean(x))]),
        };
    }

    private string Arguments(object command, IReadOnlyList<Refusal?> refusals)
    {
        // Of a file marked secret nothing stays: no name, no hash.
        if (refusals.Any(x => x?.Kind == RefusalKind.FileMarkedSecret))
            return "{}";
        var arguments = DeedArguments.Of(command);
        var refused = refusals.Count(x => x is not null);
        if (note.Facts.Count == 0 && (refused == 0 || refused == refusals.Count))
            return arguments;
        var all = (JsonObject)JsonNode.Parse(arguments)!;
        foreach (var (name, value) in note.Facts)
            all[name] = value;
        if (refused > 0 && refused < refusals.Count)
            all["refused"] = string.Join(' ', refusals.OfType<Refusal>().Select(x => x.Kind));
        return all.ToJsonString(Form);
    }

    /// <summary>One for each part of the result; null for a part that was done.</summary>
    private static IReadOnlyList<Refusal?> RefusalsOf(object? result) => result switch
    {
        IRefusable one => [one.Refusal],
        IEnumerable<IRefusable> several => [.. several.Select(x => x.Refusal)],
        _ => [],
    };
}
