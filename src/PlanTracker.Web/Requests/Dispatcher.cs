using System.Reflection;
using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Requests;

/// <summary>Sends a request on behalf of somebody. Each request gets a scope of its own, so that a page that lives long holds no context.</summary>
public sealed class Dispatcher(IServiceScopeFactory scopes, IHttpContextAccessor contexts)
{
    /// <summary>On behalf of the account that is signed in; its memberships are read anew, so that who lost a role loses it at once.</summary>
    /// <param name="address">From where; null: from where the web request comes that is answered now.</param>
    public async Task<TResult> Send<TResult>(ClaimsPrincipal user, IRequest<TResult> request, CancellationToken cancellation = default, string? address = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var actor = await scope.ServiceProvider.GetRequiredService<ActorLoader>().Load(user, cancellation);
        return await Send(scope.ServiceProvider, actor, address ?? Address(contexts), request, cancellation);
    }

    /// <summary>On behalf of a known actor: scheduled work (<see cref="Actor.System"/>) and tests.</summary>
    public async Task<TResult> Send<TResult>(Actor actor, IRequest<TResult> request, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Send(scope.ServiceProvider, actor, actor.IsSystem ? "" : Address(contexts), request, cancellation);
    }

    internal static string Address(IHttpContextAccessor contexts) => contexts.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    private static Task<TResult> Send<TResult>(IServiceProvider services, Actor actor, string address, IRequest<TResult> request, CancellationToken cancellation)
    {
        var scope = services.GetRequiredService<ActorOfScope>();
        (scope.Actor, scope.Address) = (actor, address);
        var mediator = services.GetRequiredService<IMediator>();
        return request is ICommand<TResult> command
            ? services.GetRequiredService<AuditTrail>().Around(command, () => mediator.Send(request, cancellation), cancellation)
            : mediator.Send(request, cancellation);
    }
}

/// <summary>What pages inject: sends as whoever is signed in on the page.</summary>
public sealed class Sender(Dispatcher dispatcher, AuthenticationStateProvider authentication, IHttpContextAccessor contexts)
{
    // A page that lives long was opened from here; its later events belong to no web request.
    private readonly string address = Dispatcher.Address(contexts);

    public async Task<TResult> Send<TResult>(IRequest<TResult> request, CancellationToken cancellation = default) =>
        await dispatcher.Send((await authentication.GetAuthenticationStateAsync()).User, request, cancellation, address);

    /// <summary>Asks beside what else the page asks. SQLite answers on the thread that asks: a panel that need not wait for another gets one of its own.</summary>
    public Task<TResult> SendBeside<TResult>(IQuery<TResult> query, CancellationToken cancellation = default) =>
        Task.Run(() => Send(query, cancellation), cancellation);
}

public static class RequestRegistration
{
    /// <summary>Registers the dispatcher and every handler of the assembly.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(scope => scope.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddSingleton<Dispatcher>();
        services.AddScoped<Sender>();
        services.AddScoped<ActorOfScope>();
        services.AddScoped(scope => scope.GetRequiredService<ActorOfScope>().Actor);
        services.AddScoped<ActorLoader>();
        services.AddAuditing();
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var handled in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)))
                services.AddTransient(handled, type);
        }

        return services;
    }
}
