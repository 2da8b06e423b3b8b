namespace PlanTracker.Web.Features.Materials;

public static class MaterialsRegistration
{
    public static IServiceCollection AddMaterials(this IServiceCollection services) => services.AddScoped<MaterialMaking>();
}
