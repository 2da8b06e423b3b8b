using PlanTracker.Documents.Drafts;
using PlanTracker.Domain;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Features.Audit;
using PlanTracker.Web.Features.Tasks.Steps;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Security;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Web.Tests.Features.Audit;

public sealed class AuditTests
{
    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task The_auditor_reads_who_did_what_by_person_and_day_and_nobody_else_does(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var laid = await Laid.Down(app, world);
        var auditor = Auditor(world.County);
        app.Time.MoveTo(new DateOnly(2026, 5, 6), 9);
        await app.Send(world.DevelopmentReporter, new TakeStep.Command([laid.Lead.Id], Step.Sign, new StepEntry("收到")));
        app.Time.MoveTo(new DateOnly(2026, 5, 7), 9);
        await app.Send(world.FinanceReporter, new TakeStep.Command([laid.Cooperating.Id], Step.Sign, new StepEntry()));

        var all = await Steps(app, auditor, new AuditNarrowing());
        Assert.Equal(["财政经办", "发改经办"], all.Rows.Select(x => x.By));
        Assert.Equal((Step.Sign, "梳理公布事项清单", "望湖县发展和改革局", "收到"), (all.Rows[1].Step, all.Rows[1].Title, all.Rows[1].Unit, all.Rows[1].Words));
        Assert.Equal("发改经办", Assert.Single((await Steps(app, auditor, new AuditNarrowing("发改"))).Rows).By);
        Assert.Equal("财政经办", Assert.Single((await Steps(app, auditor, new AuditNarrowing(From: new DateOnly(2026, 5, 7)))).Rows).By);
        Assert.Equal("发改经办", Assert.Single((await Steps(app, auditor, new AuditNarrowing(To: new DateOnly(2026, 5, 6)))).Rows).By);
        Assert.Empty((await Steps(app, auditor, new AuditNarrowing("%"))).Rows);
        Assert.Equal(2, (await Steps(app, auditor, new AuditNarrowing(Page: 2))).Total);

        // An auditor elsewhere sees nothing of this county.
        Assert.Empty((await Steps(app, Auditor(world.Neighbour), new AuditNarrowing())).Rows);
        foreach (var actor in new[] { world.Coordinator, world.Leader, world.DevelopmentReporter, world.SystemAdministrator, world.SecurityAdministrator, Actor.Nobody })
        {
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListSteps.Query(new AuditNarrowing()))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListRefusedUploads.Query(new AuditNarrowing()))).Refusal?.Kind);
            Assert.Equal(RefusalKind.NotAllowed, (await app.Send(actor, new ListSignIns.Query(new AuditNarrowing()))).Refusal?.Kind);
        }
    }

    [Theory, MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Refused_files_and_last_sign_ins_are_listed_newest_first(Database database)
    {
        await using var app = await TestApp.Start(database);
        var world = await World.Found(app);
        var auditor = Auditor(world.County);
        await app.InStore(db =>
        {
            foreach (var (day, place) in new[] { (5, world.County), (6, world.County), (7, world.Neighbour) })
            {
                db.RefusedUploads.Add(new RefusedUpload
                {
                    Id = app.Clock.NewId(), JurisdictionId = place.Id, At = Clock.ToUtc(new DateOnly(2026, 5, day), new TimeOnly(9, 0)),
                    ById = world.Coordinator.AccountId, Reason = DiagnosticKind.MarkedSecret,
                });
            }

            db.Users.Single(x => x.Id == world.Leader.AccountId).LastSignedInAt = Clock.ToUtc(new DateOnly(2026, 5, 5), new TimeOnly(8, 0));
            db.Users.Single(x => x.Id == world.Coordinator.AccountId).LastSignedInAt = Clock.ToUtc(new DateOnly(2026, 5, 6), new TimeOnly(8, 0));
            return db.SaveChangesAsync();
        });

        var refused = (await app.Send(auditor, new ListRefusedUploads.Query(new AuditNarrowing("统筹")))).Value;
        Assert.Equal([6, 5], refused.Rows.Select(x => Clock.DayOf(x.At).Day));
        Assert.All(refused.Rows, x => Assert.Equal(("统筹员", "望湖县"), (x.By, x.Place)));
        Assert.Single((await app.Send(auditor, new ListRefusedUploads.Query(new AuditNarrowing(From: new DateOnly(2026, 5, 6))))).Value.Rows);

        var signIns = (await app.Send(auditor, new ListSignIns.Query(new AuditNarrowing()))).Value;
        Assert.Equal(["统筹员", "县长"], signIns.Rows.Select(x => x.DisplayName));
        Assert.Equal("县长", Assert.Single((await app.Send(auditor, new ListSignIns.Query(new AuditNarrowing("县长", To: new DateOnly(2026, 5, 5))))).Value.Rows).UserName);
    }

    private static Actor Auditor(Jurisdiction place) =>
        new(Guid.Parse("0196c0de-0000-7000-8000-000000000001"), "审计员", [new Held(Function.AuditAdministrator, place.Id, place.Path, null)]);

    private static async Task<ListSteps.Result> Steps(TestApp app, Actor actor, AuditNarrowing narrowing) =>
        (await app.Send(actor, new ListSteps.Query(narrowing))).Value;
}
