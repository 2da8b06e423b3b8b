namespace PlanTracker.Web.Progress;

public static class ProgressRegistration
{
    /// <summary>What several features share when they write or read how tasks stand.</summary>
    public static IServiceCollection AddProgress(this IServiceCollection services)
    {
        services.AddScoped<OccurrenceLights>();
        services.AddScoped<LightScan>();
        services.AddScoped<PastStandings>();
        services.AddScoped<StepRecorder>();
        services.AddScoped<NoticeWriter>();
        services.AddScoped<StepNotices>();
        services.AddScoped<Sight>();
        services.AddScoped<EvidenceKeeper>();
        services.AddScoped<VirusScanner>();
        services.AddScoped<ReportWriter>();
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection("Evidence").Get<EvidenceOptions>() ?? new EvidenceOptions());
        services.AddScoped<UrgeWriter>();
        services.AddScoped<RoundReader>();
        services.AddScoped<RoundCloser>();
        return services;
    }
}
