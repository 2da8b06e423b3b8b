using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Tests.Units;

public sealed class OrgUnitKindTests
{
    [Theory]
    [InlineData(OrgUnitKind.GovernmentDepartment, false)]
    [InlineData(OrgUnitKind.PartyOrgan, true)]
    [InlineData(OrgUnitKind.PeoplesCongress, true)]
    [InlineData(OrgUnitKind.Cppcc, true)]
    [InlineData(OrgUnitKind.Judiciary, true)]
    [InlineData(OrgUnitKind.VerticallyManaged, true)]
    [InlineData(OrgUnitKind.Town, false)]
    [InlineData(OrgUnitKind.Enterprise, false)]
    public void What_is_not_the_government_s_to_order_is_asked_by_letter(OrgUnitKind kind, bool byLetter) =>
        Assert.Equal(byLetter, kind.IsAskedByLetter);
}
