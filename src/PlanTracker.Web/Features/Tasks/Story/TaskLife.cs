using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Tasks.Divide;
using PlanTracker.Web.Features.Tasks.Objections;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Tasks.Story;

/// <summary>Beside the steps of an occurrence: the objections to decisions on it, and who within the unit does the work.</summary>
public sealed record TaskLife
{
    public static TaskLife None { get; } = new();

    /// <summary>Decisions to which may be objected today; for the unit itself and for the office that enters for it.</summary>
    public IReadOnlyList<OpenDecision> OpenDecisions { get; init; } = [];

    public IReadOnlyList<Contested> Objections { get; init; } = [];

    public IReadOnlyList<Share> Divisions { get; init; } = [];

    /// <summary>Names of offices that the unit used before, for the unit itself.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>Who may be given the work, for the unit itself.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <param name="IsOwn">The reader made the decision himself.</param>
    public sealed record Contested(
        Guid Id, Step Against, DateOnly AgainstOn, DateOnly RaisedOn, DateOnly AnswerBy, string Words, string ByName, Decision Decision, string Reason,
        string DecidedByName, DateOnly? DecidedOn, bool IsOwn);

    public sealed record Share(Guid Id, string Office, string Person, string Words, DateOnly? DueOn, string ByName, DateOnly On, bool IsMine);

    public sealed record Person(Guid Id, string Name);

    /// <summary>Of these occurrences, each as far as the reader may know it.</summary>
    internal static async Task<Func<TaskStory.Part, TaskLife>> Load(
        PlanTrackerDbContext db, Actor actor, DateOnly today, TaskStory.Facts task, IReadOnlyCollection<TaskStory.Part> parts, CancellationToken cancellation)
    {
        Guid[] ids = [.. parts.Select(x => x.Id)];
        var oversees = actor.IsSystem || actor.Coordinates(task.JurisdictionId) || actor.Held.Any(x => x.Function == Function.Leader);
        var me = actor.AccountId;
        var terms = await db.TermsOf(task.JurisdictionId, cancellation);
        var from = today.AddDays(-terms.DaysToObject);
        var open = (await db.Contestable(ids).Where(x => x.On >= from).OrderByDescending(x => x.At)
            .Select(x => new { x.Id, x.OccurrenceId, x.Step, x.On, x.Words, x.ByName }).ToListAsync(cancellation))
            .ToLookup(x => x.OccurrenceId, x => new OpenDecision(x.Id, x.OccurrenceId, x.Step, x.On, x.Words, x.ByName, terms.ObjectBy(x.On)));
        var objections = (await db.Objections.AsNoTracking().Where(x => ids.Contains(x.OccurrenceId)).OrderByDescending(x => x.Id)
            .Select(x => new
            {
                x.OccurrenceId,
                Contested = new Contested(
                    x.Id, x.Against, x.AgainstOn, x.RaisedOn, x.AnswerBy, x.Words, x.ByName, x.Decision, x.Reason, x.DecidedByName, x.DecidedOn, x.AgainstById == me),
            }).ToListAsync(cancellation)).ToLookup(x => x.OccurrenceId, x => x.Contested);
        var divisions = (await db.Divisions.AsNoTracking().Where(x => ids.Contains(x.OccurrenceId)).Holding().OrderBy(x => x.Id)
            .Select(x => new { x.OccurrenceId, Share = new Share(x.Id, x.Office, x.PersonName, x.Words, x.DueOn, x.ByName, x.On, x.AccountId == me) })
            .ToListAsync(cancellation)).ToLookup(x => x.OccurrenceId, x => x.Share);
        Guid[] own = [.. parts.Select(x => x.UnitId).Where(actor.IsOfUnit).Distinct()];
        var offices = own.Length == 0 ? [] : await db.Divisions.AsNoTracking().Where(x => own.Contains(x.OrgUnitId) && x.Office != "")
            .Select(x => new { x.OrgUnitId, x.Office }).Distinct().OrderBy(x => x.Office).ToListAsync(cancellation);
        var people = own.Length == 0 ? [] : await db.Colleagues(own, today)
            .Select(x => new { x.OrgUnitId, x.AccountId, x.Account.DisplayName }).Distinct().OrderBy(x => x.DisplayName).ToListAsync(cancellation);
        return part => new TaskLife
        {
            OpenDecisions = actor.IsOfUnit(part.UnitId) || actor.Coordinates(task.JurisdictionId) ? [.. open[part.Id]] : [],
            Objections = oversees || actor.IsOfUnit(part.UnitId) ? [.. objections[part.Id]] : [],
            Divisions = oversees || actor.IsOfUnit(part.UnitId) ? [.. divisions[part.Id]] : [],
            Offices = [.. offices.Where(x => x.OrgUnitId == part.UnitId).Select(x => x.Office)],
            People = [.. people.Where(x => x.OrgUnitId == part.UnitId).Select(x => new Person(x.AccountId, x.DisplayName))],
        };
    }
}
