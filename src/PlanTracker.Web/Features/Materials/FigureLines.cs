using System.Globalization;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Materials;

/// <summary>Figures as a unit types them: one a line, what is counted, how much, of what measure.</summary>
internal static class FigureLines
{
    public static string Of(IEnumerable<MaterialFigure> figures) => string.Join('\n', figures.Where(x => x.What.Length > 0).Select(Of).Distinct());

    public static string Of(MaterialFigure figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.What} {figure.Value:0.####}{(figure.About ? "余" : "")}{figure.Measure}").Trim();
}
