namespace PlanTracker.Web.Auditing;

public static class AuditingRegistration
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddScoped<AuditTrail>().AddScoped<AuditChain>().AddScoped<AuditVerifier>().AddScoped<DeedObjects>().AddScoped<DeedNote>();
}
