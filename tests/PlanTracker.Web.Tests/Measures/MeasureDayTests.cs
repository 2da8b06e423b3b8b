using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain.Calendars;
using PlanTracker.Domain.Measures;
using PlanTracker.Web.Measures;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Measures;

public sealed class MeasureDayTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task What_the_store_counts_is_what_the_field_counts(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 20260615, count: 600);
        MeasureDay day = new(app.Today, WorkingCalendar.National);

        var rows = await app.InStore(db => day.Alike(db.Occurrences).ToListAsync());

        foreach (var unit in laid.Occurrences.GroupBy(x => (x.OrgUnitId, x.Role)))
        {
            var stored = rows.Where(x => (x.OrgUnitId, x.Role) == unit.Key).Aggregate(default(Tally), (sum, row) => sum + row.Tally);
            Assert.Equal(Tally.Of(unit.Select(Histories.FactsOf), app.Today, MeasureDay.SilentDays), stored);
        }

        Assert.Equal(laid.Occurrences.Count, rows.Sum(x => x.All));
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task A_number_opens_as_many_tasks_as_it_says(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Histories.Lay(app, world, seed: 4711, count: 400);
        MeasureDay day = new(app.Today, WorkingCalendar.National);
        var tally = Tally.Of(laid.Occurrences.Select(Histories.FactsOf), app.Today, MeasureDay.SilentDays);
        var rows = await app.InStore(db => day.Alike(db.Occurrences).ToListAsync());

        async Task<int> Behind(TaskFilter filter) => await app.InStore(db => db.Occurrences.CountAsync(day.Where(filter)));

        Assert.Equal(tally.Counted, await Behind(TaskFilter.Counted));
        Assert.Equal(tally.Closed, await Behind(TaskFilter.Closed));
        Assert.Equal(tally.Due, await Behind(TaskFilter.Due));
        Assert.Equal(tally.DueClosed, await Behind(TaskFilter.DueClosed));
        Assert.Equal(tally.DueClosedOnTime, await Behind(TaskFilter.DueClosedOnTime));
        Assert.Equal(tally.Due - tally.DueClosed, await Behind(TaskFilter.DueOpen));
        Assert.Equal(tally.OverdueNow, await Behind(TaskFilter.Overdue));
        Assert.Equal(tally.AwaitingReview, await Behind(TaskFilter.AwaitingReview));
        Assert.Equal(tally.Unsigned, await Behind(TaskFilter.Unsigned));
        Assert.Equal(tally.Silent, await Behind(TaskFilter.Silent));
        Assert.Equal(tally.Extended, await Behind(TaskFilter.Extended));
        Assert.Equal(tally.DueClosed - tally.DueClosedOnTime, await Behind(TaskFilter.ClosedLate));
        Assert.Equal(rows.Sum(x => x.DueSoon), await Behind(TaskFilter.DueSoon));
        Assert.Equal(rows.Sum(x => x.AtWork), await Behind(TaskFilter.AtWork));
        Assert.Equal(rows.Sum(x => x.UnsignedLong), await Behind(TaskFilter.UnsignedLong));
    }

    [Fact]
    public void Handed_over_on_Friday_it_is_unsigned_for_three_workdays_on_Wednesday_and_not_on_Tuesday()
    {
        DateOnly friday = new(2026, 6, 5);

        Assert.False(friday < new MeasureDay(new(2026, 6, 9), WorkingCalendar.National).UnsignedLongBefore);
        Assert.True(friday < new MeasureDay(new(2026, 6, 10), WorkingCalendar.National).UnsignedLongBefore);
    }
}
