using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Features.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this WebApplication app) =>
        app.MapPost("/sign-out", async (HttpContext context, SignInManager<Account> signIn, IAntiforgery antiforgery, Dispatcher dispatcher) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return Results.BadRequest();
            await dispatcher.Send(context.User, new LeaveApplication.Command(), context.RequestAborted);
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/sign-in");
        });

    /// <summary>Says on the console, once the application listens, where to look and how to sign in.</summary>
    public static async Task AnnounceStart(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanTrackerDbContext>();
        var installation = await db.Installations.SingleAsync();
        string? token = null;
        if (!await db.Users.AnyAsync())
        {
            token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
            installation.FirstAdministratorTokenHash = MakeFirstAdministrators.HashOf(token);
            await db.SaveChangesAsync();
        }

        var data = app.Services.GetRequiredService<Data.StoreOptions>();
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (app.Urls.FirstOrDefault() is not { } address)
                return;
            Console.WriteLine($"PlanTracker {StoreStart.Running}: {address}");
            Console.WriteLine($"  数据 / data: {data.DataFolder}{(data.UsesPostgres ? " + PostgreSQL" : "")}");
            if (installation.Demo == DemoState.Loaded && app.Environment.IsDevelopment())
                Console.WriteLine($"  演示账号见登录页，密码 / demo accounts stand on the sign-in page, password: {DemoAccounts.Password}");
            if (token is not null)
                Console.WriteLine($"  首次使用 / first use: {address}/first-administrator  一次性口令 / one-time token: {token}");
        });
    }
}
