using System.Net;

namespace PlanTracker.Web.Channels;

public static class ChannelRegistration
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Outgoing").Get<OutgoingLimits>() ?? new OutgoingLimits());
        services.AddSingleton<NameLookup>((host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation));
        services.AddHttpClient(OutgoingCalls.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(scope => OutgoingCalls.Handler(scope.GetRequiredService<NameLookup>()))

            // The framework's log of requests names their addresses, and a robot's address carries its key.
            .RemoveAllLoggers();
        services.AddSingleton<OutgoingCalls>();
        services.AddSingleton<OutletKeys>();
        services.AddSingleton<OutletCalls>();
        services.AddSingleton<SmsGateway>();
        services.AddScoped<ChannelSettingsStore>();
        return services;
    }
}
