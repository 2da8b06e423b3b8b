using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Supervision;
using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Tests.Supervision;

public sealed class LetterTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    private static readonly LetterFacts Asked = new() { DueOn = new(2026, 6, 30), AskedOn = new(2026, 5, 6), AnswerBy = new(2026, 5, 27), IsAnswered = true };

    [Fact]
    public void A_body_asked_by_letter_is_neither_red_nor_named_unless_the_place_says_so()
    {
        LetterRules usual = new();
        Assert.All(OrgUnitKinds.AskedByLetter, kind => Assert.False(usual.MayTurnRed(kind) || usual.Names(kind)));
        Assert.All(OrgUnitKinds.AskedByLetter, kind => Assert.True((usual with { MayBeRed = true }).MayTurnRed(kind) && (usual with { AreNamed = true }).Names(kind)));
        Assert.All(Enum.GetValues<OrgUnitKind>().Except(OrgUnitKinds.AskedByLetter), kind => Assert.True(usual.MayTurnRed(kind) && usual.Names(kind)));
    }

    [Fact]
    public void A_letter_is_numbered_by_the_pattern_of_its_place() =>
        Assert.Equal("望函〔2026〕第12期", new LetterRules { Pattern = "望函〔{year}〕第{number}期" }.NumberOf(2026, 12));

    [Fact]
    public void A_task_that_no_letter_asked_for_is_proposed_and_one_that_is_being_written_about_is_not()
    {
        Assert.Equal(LetterGround.NotAsked, LetterProposal.For(default, Day));
        Assert.Null(LetterProposal.For(new LetterFacts { IsDrafted = true }, Day));
        Assert.Null(LetterProposal.For(Asked with { IsDrafted = true }, Day));
    }

    [Fact]
    public void A_letter_is_followed_up_when_nobody_answered_in_time_and_not_before()
    {
        var waiting = Asked with { DueOn = null, IsAnswered = false, AnswerBy = Day };
        Assert.Null(LetterProposal.For(waiting, Day));
        Assert.Equal(LetterGround.Unanswered, LetterProposal.For(waiting, Day.AddDays(1)));
        Assert.Null(LetterProposal.For(waiting with { IsAnswered = true }, Day.AddDays(1)));
    }

    [Fact]
    public void A_deadline_that_passes_after_a_letter_is_followed_up_once()
    {
        Assert.Null(LetterProposal.For(Asked, new(2026, 6, 30)));
        Assert.Equal(LetterGround.Overdue, LetterProposal.For(Asked, Day));
        Assert.Null(LetterProposal.For(Asked with { AskedOn = Day, AnswerBy = Day.AddDays(20) }, Day.AddDays(5)));
        Assert.Null(LetterProposal.For(Asked with { RequestWaits = true }, Day));
    }

    [Fact]
    public void No_letter_is_proposed_about_what_was_asked_answered_and_is_not_late() => Prop.ForAll(
        Gen.Choose(0, 60).Two().Zip(Gen.Choose(0, 60), (x, y) => (Asked: x.Item1, Due: x.Item2, Days: y)).ToArbitrary(),
        x =>
        {
            var facts = new LetterFacts { AskedOn = Day.AddDays(-x.Asked), AnswerBy = Day.AddDays(30), IsAnswered = true, DueOn = Day.AddDays(x.Due) };
            var proposed = LetterProposal.For(facts, Day.AddDays(x.Days));
            return proposed == (x.Days > x.Due ? LetterGround.Overdue : null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_was_issued_is_never_changed_and_what_was_answered_never_taken_back()
    {
        Assert.Equal(LetterState.Issued, LetterState.Draft.After(LetterDeed.Issue));
        Assert.Null(LetterState.Draft.After(LetterDeed.Answer));
        foreach (var state in new[] { LetterState.Issued, LetterState.Answered, LetterState.Dropped })
        {
            Assert.Null(state.After(LetterDeed.Edit));
            Assert.Null(state.After(LetterDeed.Issue));
        }

        Assert.Null(LetterState.Answered.After(LetterDeed.Drop));
        Assert.All(Enum.GetValues<LetterDeed>(), deed => Assert.Null(LetterState.Dropped.After(deed)));
    }
}
