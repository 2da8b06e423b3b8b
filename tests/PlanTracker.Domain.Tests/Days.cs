using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PlanTracker.Domain.Tests;

internal static class Days
{
    /// <summary>From the first national notice into years without one.</summary>
    public static Gen<DateOnly> Any { get; } = Gen.Choose(0, 5 * 365).Select(offset => new DateOnly(2024, 1, 1).AddDays(offset));

    public static DateOnly Day(string words) => DateOnly.ParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? words) => words is null ? null : Day(words);

    public static void Hold<T>(Gen<T> given, Func<T, bool> property) => Check.QuickThrowOnFailure(Prop.ForAll(given.ToArbitrary(), property));
}
