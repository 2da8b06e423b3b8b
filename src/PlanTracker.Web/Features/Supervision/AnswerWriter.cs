using PlanTracker.Domain;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Supervision;

/// <summary>What a unit says, or what the office enters for it.</summary>
/// <param name="On">代录: the day named by the paper, call or message. Null: today.</param>
public sealed record AnswerEntry(string Words, IReadOnlyList<EvidenceFile> Files, EntrySource Source = EntrySource.Own, DateOnly? On = null);

/// <summary>Appends answers and decides on them, whatever they answer. It saves nothing; the caller saves once.</summary>
public sealed class AnswerWriter(PlanTrackerDbContext db, Actor actor, Clock clock, EvidenceKeeper evidence)
{
    public const int LongestWords = 4000;

    /// <param name="occurrence">The run that is answered for.</param>
    /// <param name="orgUnitId">The unit that is asked.</param>
    /// <param name="since">No answer is older than what it answers.</param>
    /// <returns><see cref="RefusalKind.NotFound"/> for who is neither of the unit nor the office.</returns>
    public async Task<Outcome<SupervisionAnswer>> Write(Occurrence occurrence, Guid orgUnitId, DateOnly since, AnswerEntry entry, CancellationToken cancellation)
    {
        var own = actor.IsOfUnit(orgUnitId);
        if (!own && !actor.Coordinates(occurrence.JurisdictionId))
            return RefusalKind.NotFound;
        if (!own && !actor.IsSystem && entry.Source == EntrySource.Own)
            return new Refusal(RefusalKind.Missing, "代录来源");
        if (own && entry.Source != EntrySource.Own)
            return new Refusal(RefusalKind.Invalid, "代录来源");
        var on = own ? clock.Today : entry.On ?? clock.Today;
        if (on > clock.Today || on < since)
            return new Refusal(RefusalKind.Invalid, "日期");
        var words = entry.Words.Trim();
        if (words.Length == 0)
            return new Refusal(RefusalKind.Missing, "答复内容");
        if (words.Length > LongestWords)
            return new Refusal(RefusalKind.TooLong, $"{LongestWords}");
        if (await evidence.Complaint(occurrence, entry.Files, cancellation) is { } complaint)
            return complaint;
        SupervisionAnswer answer = new()
        {
            Id = clock.NewId(), JurisdictionId = occurrence.JurisdictionId, Words = words, ById = actor.IsSystem ? null : actor.AccountId, ByName = actor.Name,
            Source = entry.Source, At = clock.UtcNow, On = on,
        };
        db.SupervisionAnswers.Add(answer);
        await evidence.Keep(occurrence, answer, entry.Files, cancellation);
        return answer;
    }

    /// <summary>Accepts or returns the answers that wait.</summary>
    public void Decide(IEnumerable<SupervisionAnswer> answers, bool accepted, string reason)
    {
        foreach (var answer in answers.Where(x => x.Decision == Decision.Waiting))
        {
            (answer.Decision, answer.Reason) = (accepted ? Decision.Accepted : Decision.Refused, reason.Trim());
            (answer.DecidedByName, answer.DecidedAt) = (actor.Name, clock.UtcNow);
        }
    }
}
