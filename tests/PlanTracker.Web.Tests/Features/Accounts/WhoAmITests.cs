using PlanTracker.Domain.Progress;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Accounts;

public sealed class WhoAmITests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_frame_names_the_unit_of_a_reporter(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);

        var who = await app.Send(world.DevelopmentReporter, new WhoAmI.Query());

        Assert.Equal("望湖县发展和改革局", who.Place);
        Assert.Equal([Function.UnitReporter], who.Functions);
        Assert.Equal(0, who.Unread);
    }
}
