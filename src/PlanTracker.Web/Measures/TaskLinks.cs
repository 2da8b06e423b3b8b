using Microsoft.AspNetCore.Http.Extensions;
using PlanTracker.Domain.Supervision;

namespace PlanTracker.Web.Measures;

/// <summary>What a list of tasks or a page of numbers is narrowed to. Stands in addresses, so that a number opens exactly the tasks that it counts.</summary>
public sealed record Narrowing(Guid? Place = null, Guid? Plan = null, Side? Side = null, Guid? Unit = null)
{
    public string Tasks(TaskFilter filter = TaskFilter.All, int? days = null) => "/tasks" + Address(filter == TaskFilter.All ? null : filter, days);

    /// <summary>To the tasks whose light has this colour.</summary>
    public string Tasks(LightColour light) => "/tasks" + Address(light: light);

    public string Dashboard() => "/dashboard" + Address();

    private QueryString Address(TaskFilter? filter = null, int? days = null, LightColour? light = null)
    {
        QueryBuilder query = [];
        Add("filter", filter?.ToString());
        Add("light", light?.ToString());
        Add("days", days?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("place", Place?.ToString());
        Add("plan", Plan?.ToString());
        Add("side", Side?.ToString());
        Add("unit", Unit?.ToString());
        return query.ToQueryString();

        void Add(string name, string? value)
        {
            if (value is not null)
                query.Add(name, value);
        }
    }
}
