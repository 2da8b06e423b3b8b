using PlanTracker.Web;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Channels;
using PlanTracker.Web.Calendars;
using PlanTracker.Web.Components;
using PlanTracker.Web.Data;
using PlanTracker.Web.Demo;
using PlanTracker.Web.Features.Accounts;
using PlanTracker.Web.Features.Audit;
using PlanTracker.Web.Features.Materials;
using PlanTracker.Web.Features.Messages;
using PlanTracker.Web.Features.Plans.Browse;
using PlanTracker.Web.Features.Plans.Comments;
using PlanTracker.Web.Features.Reminders;
using PlanTracker.Web.Features.Rounds;
using PlanTracker.Web.Features.Scores;
using PlanTracker.Web.Features.Supervision;
using PlanTracker.Web.Features.Tasks.Queue;
using PlanTracker.Web.Features.Units;
using PlanTracker.Web.Features.Progress;
using PlanTracker.Web.Features.Tasks.Story;
using PlanTracker.Web.Jobs;
using PlanTracker.Web.Likeness;
using PlanTracker.Web.Mail;
using PlanTracker.Web.Progress;
using PlanTracker.Web.Reading;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;
using PlanTracker.Web.Wording;
using Radzen;

if (ReadingChild.IsWanted(args))
    return await ReadingChild.Run(args);

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Clock>();
var store = builder.Configuration.GetSection("Store").Get<StoreOptions>() ?? new StoreOptions();
builder.Services.AddStore(store);
builder.Services.AddKeys(store);
builder.Services.AddRequests();
builder.Services.AddDemo();
builder.Services.AddAccounts();
builder.Services.AddCalendars();
builder.Services.AddProgress();
builder.Services.AddMail();
builder.Services.AddChannels(builder.Configuration);
builder.Services.AddJobs(builder.Configuration, store);
builder.Services.AddReading(builder.Configuration);
builder.Services.AddRounds();
builder.Services.AddQueue();
builder.Services.AddComments();
builder.Services.AddSupervision();
builder.Services.AddScores();
builder.Services.AddUnits();
builder.Services.AddReminders();
builder.Services.AddLikeness();
builder.Services.AddMaterials();
builder.Services.AddAudit();
builder.Services.AddScoped<PlanTracker.Web.Features.Search.PastTasks>();
builder.Services.AddWording();
builder.Services.AddRazorComponents(options => options.MaxFormMappingCollectionSize = 1000).AddInteractiveServerComponents();
builder.Services.AddRadzenComponents();

var app = builder.Build();

if (await app.PrepareStore() is { } refusal)
{
    Console.Error.WriteLine(refusal);
    return 3;
}

if (args is [DemoRegistration.EmptyCommand, ..])
{
    Console.WriteLine(await app.EmptyDemo());
    return 0;
}

if (args is [VerifyAudit.Command, ..])
    return await app.VerifyAuditLog();

await app.OpenCalendars();
await app.LoadDemo();

app.UseExceptionPage();
app.UseSecurityHeaders();
app.UseWording();
app.UseAuthentication();
app.UseAuthorization();
app.UseForcedPasswordChange();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapAccounts();
app.MapPlanFiles();
app.MapComments();
app.MapUnits();
app.MapWording();
app.MapEvidence();
app.MapMessages();
app.MapCalendar();
app.MapReportForm();
app.MapRounds();
app.MapScores();
app.MapAudit();
app.MapJobs();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

await app.AnnounceStart();
await app.RunAsync();
return 0;
