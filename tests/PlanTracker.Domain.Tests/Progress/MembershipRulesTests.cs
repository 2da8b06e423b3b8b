using PlanTracker.Domain.Progress;
using static PlanTracker.Domain.Progress.Function;

namespace PlanTracker.Domain.Tests.Progress;

public sealed class MembershipRulesTests
{
    [Theory]
    [InlineData(SystemAdministrator, AuditAdministrator)]
    [InlineData(SecurityAdministrator, SystemAdministrator)]
    [InlineData(AuditAdministrator, Leader)]
    [InlineData(Coordinator, SecurityAdministrator)]
    public void Nobody_is_two_administrators_or_one_with_business(Function held, Function wanted)
    {
        var refusal = MembershipRules.MayAdd([held], wanted, separated: true).Refusal;

        Assert.Equal(RefusalKind.FunctionsClash, refusal?.Kind);
        Assert.Equal([held.ToString(), wanted.ToString()], refusal!.Arguments);
    }

    [Theory]
    [InlineData(UnitReporter, UnitHead)]
    [InlineData(Coordinator, UnitReporter)]
    [InlineData(AuditAdministrator, AuditAdministrator)]
    public void Business_functions_may_be_combined(Function held, Function wanted) =>
        Assert.True(MembershipRules.MayAdd([held], wanted, separated: true).IsDone);

    [Fact]
    public void A_small_installation_may_leave_them_together() =>
        Assert.True(MembershipRules.MayAdd([SystemAdministrator, Coordinator], AuditAdministrator, separated: false).IsDone);
}
