using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlanTracker.Web.Data;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Security;

public static class AccountRegistration
{
    /// <summary>The claim of who signed in with a password that he has yet to change; its value is "1".</summary>
    public const string MustChangeClaim = "must-change-password";

    /// <summary>Where pages ask by themselves how many messages are unread.</summary>
    public const string UnreadPath = "/messages/unread";

    /// <summary>Sign-in by cookie; every page asks for it unless it says otherwise. Passwords by ASVS: long, without composition rules, common
    /// ones barred; five failures lock for fifteen minutes.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/not-allowed";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.Cookie.Name = "plantracker";
            options.Cookie.SameSite = SameSiteMode.Lax;

            // A page that was left open asks for ever; only what a person does prolongs his sign-in. Checking the stamp prolongs it too.
            options.Events.OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew &= context.Request.Path != UnreadPath;
                return Task.CompletedTask;
            };
            var validate = options.Events.OnValidatePrincipal;
            options.Events.OnValidatePrincipal = async context =>
            {
                await validate(context);
                context.ShouldRenew &= context.Request.Path != UnreadPath;
            };
        }));
        services.AddScoped<AccountErrors>();
        services.AddSingleton(scope => scope.GetRequiredService<IConfiguration>().GetSection("Security").Get<SecuritySettings>() ?? new SecuritySettings());
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<PlanTrackerDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<PrincipalFactory>()
            .AddPasswordValidator<CommonPasswordValidator>()
            .AddErrorDescriber<AccountErrors>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        return services;
    }

    /// <summary>Who must change his first password sees no other page before he has.</summary>
    public static void UseForcedPasswordChange(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        var free = path.StartsWithSegments("/account") || path.StartsWithSegments("/sign-out") || path.StartsWithSegments("/_framework")
            || path.StartsWithSegments("/_content") || path.StartsWithSegments("/_blazor") || path.StartsWithSegments("/language") || Path.HasExtension(path);
        if (!free && context.User.HasClaim(MustChangeClaim, "1"))
        {
            context.Response.Redirect("/account/password");
            return;
        }

        await next(context);
    });

    private sealed class PrincipalFactory(UserManager<Account> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim("display-name", user.DisplayName));
            if (user.MustChangePassword)
                identity.AddClaim(new Claim(MustChangeClaim, "1"));
            return identity;
        }
    }
}
