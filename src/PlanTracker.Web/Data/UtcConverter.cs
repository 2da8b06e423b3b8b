using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PlanTracker.Web.Data;

/// <summary>Instants are UTC on both databases; SQLite would hand them back without saying so.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
