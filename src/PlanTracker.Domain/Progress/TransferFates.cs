using PlanTracker.Domain.Plans;

namespace PlanTracker.Domain.Progress;

/// <summary>One run of a part in a task.</summary>
public sealed record HeldRun(Guid Id, DateOnly? PeriodFrom, OccurrenceState State);

/// <summary>A unit's part in a task, with all its runs.</summary>
/// <param name="Recurs">Further runs will open.</param>
public sealed record HeldPart(Guid AssignmentId, Guid TaskId, Guid UnitId, Role Role, bool Recurs, IReadOnlyList<HeldRun> Runs);

/// <summary>What a reform makes of a part, or of one of its runs.</summary>
public enum TransferFate
{
    /// <summary>划转: the new unit has it from the day on, and signs for it.</summary>
    Moves,

    /// <summary>合并: the new unit stands on the task already; the part ends in its.</summary>
    Merges,

    /// <summary>不动: all of it is over, and stays where it was done.</summary>
    Stays,

    /// <summary>须先处理: the new unit's own run is over, so that nothing of it can take the other in.</summary>
    Blocked,
}

/// <param name="Into">The run that takes it in, where it merges.</param>
public sealed record RunFate(Guid RunId, TransferFate Fate, Guid? Into = null);

/// <param name="IntoAssignment">Under which part of the new unit its runs go on.</param>
/// <param name="RoleAfter">The role in which the new unit stands on the task then: the stronger of the two.</param>
/// <param name="Runs">Of its open runs alone.</param>
public sealed record PartFate(HeldPart Part, TransferFate Fate, Guid IntoAssignment, Role RoleAfter, IReadOnlyList<RunFate> Runs);

/// <summary>职能划转: works out what becomes of every part of some units when another takes their duties over. A unit stands on a task once, so that parts which
/// meet are merged into the strongest role.</summary>
public static class TransferFates
{
    /// <param name="parts">Of the units that give up duties.</param>
    /// <param name="own">Of the unit that takes them over, on the same tasks.</param>
    /// <returns>One fate for each part, the strongest role of a task first.</returns>
    public static IReadOnlyList<PartFate> Of(IEnumerable<HeldPart> parts, IEnumerable<HeldPart> own)
    {
        var taking = own.ToDictionary(x => x.TaskId, x => new Taking(x));
        List<PartFate> fates = [];
        foreach (var part in parts.OrderBy(x => x.Role))
        {
            var fate = Of(part, taking.GetValueOrDefault(part.TaskId));
            fates.Add(fate);
            if (fate.Fate == TransferFate.Moves)
                taking.Add(part.TaskId, new Taking(part));
            else if (fate.Fate == TransferFate.Merges)
                taking[part.TaskId].TakeIn(part, fate);
        }

        return fates;
    }

    private static PartFate Of(HeldPart part, Taking? taking)
    {
        HeldRun[] open = [.. part.Runs.Where(x => !x.State.IsOver)];
        if (open.Length == 0 && !part.Recurs)
            return new PartFate(part, TransferFate.Stays, part.AssignmentId, part.Role, []);
        if (taking is null)
            return new PartFate(part, TransferFate.Moves, part.AssignmentId, part.Role, [.. open.Select(x => new RunFate(x.Id, TransferFate.Moves))]);
        RunFate[] runs = [.. open.Select(taking.FateOf)];
        var blocked = runs.Any(x => x.Fate == TransferFate.Blocked);
        return new PartFate(
            part, blocked ? TransferFate.Blocked : TransferFate.Merges, taking.AssignmentId, part.Role < taking.Role ? part.Role : taking.Role, runs);
    }

    /// <summary>The part of the unit that takes over, as it grows.</summary>
    private sealed class Taking(HeldPart part)
    {
        private readonly Dictionary<DateOnly, HeldRun> byPeriod = part.Runs.ToDictionary(x => PeriodOf(x));

        public Guid AssignmentId => part.AssignmentId;

        public Role Role { get; private set; } = part.Role;

        public RunFate FateOf(HeldRun run) => byPeriod.TryGetValue(PeriodOf(run), out var own)
            ? own.State.IsOver ? new RunFate(run.Id, TransferFate.Blocked) : new RunFate(run.Id, TransferFate.Merges, own.Id)
            : new RunFate(run.Id, TransferFate.Moves);

        public void TakeIn(HeldPart other, PartFate fate)
        {
            Role = fate.RoleAfter;
            foreach (var run in other.Runs.Where(run => fate.Runs.Any(x => x.RunId == run.Id && x.Fate == TransferFate.Moves)))
                byPeriod.Add(PeriodOf(run), run);
        }

        // A task done once has no period.
        private static DateOnly PeriodOf(HeldRun run) => run.PeriodFrom ?? DateOnly.MinValue;
    }
}
