using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Progress;

/// <summary>Random people take random steps; whatever the table lets through is a history.</summary>
internal static class RandomSteps
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <returns>Whether the step was taken.</returns>
    public static async Task<bool> TakeAny(TestApp app, World world, Guid id, Random random)
    {
        Actor[] people = [world.Coordinator, world.Coordinator, world.DevelopmentReporter, world.FinanceReporter, world.DevelopmentHead];
        var actor = people[random.Next(people.Length)];
        var state = await app.InStore(db => db.Occurrences.Where(x => x.Id == id).Select(x => x.State).SingleAsync(Token));
        var possible = StepTable.Possible(state, actor.Held[0].Function);
        if (possible.Count == 0)
            return false;
        var step = possible[random.Next(possible.Count)];
        if (step is Step.Cancel or Step.CarryOver or Step.Merge && random.Next(20) > 0)
            return false;
        StepEntry entry = new("理由")
        {
            Percent = step == Step.Report ? random.Next(101) : null, NewDueOn = app.Today.AddDays(random.Next(-3, 12)),
            Source = StepTable.IsEnteredForAnother(step, state, actor.Held[0].Function) ? EntrySource.Paper : EntrySource.Own,
            OrgUnitId = random.Next(2) == 0 ? world.Development.Id : world.Finance.Id, WithCooperating = random.Next(2) == 0,
            TakenOverOn = step == Step.Transfer ? app.Today.AddDays(-random.Next(4)) : null,
            Amended = step == Step.Amend && random.Next(2) == 0 ? new RunDeadline(null, null, false, app.Today, app.Today.AddDays(random.Next(50)), random.Next(2) == 0) : null,
        };
        if (entry.Source == EntrySource.Paper)
            entry = entry with { On = app.Today.AddDays(-random.Next(3)) };
        return await Take(app, actor, id, step, entry);
    }

    public static Task<bool> Take(TestApp app, Actor actor, Guid id, Step step, StepEntry entry) => app.Acting<StepRecorder, bool>(actor, async (recorder, db) =>
        (await recorder.Take(await db.Occurrences.SingleAsync(x => x.Id == id, Token), step, entry, Token)).IsDone);
}
