using System.Globalization;
using PlanTracker.Fuzz;

if (args.Length is < 2 or > 4 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
    || (args.Length > 2 && !int.TryParse(args[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) || Seeds.Of(args[0]) is not { } seeds)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/PlanTracker.Fuzz -- READER SECONDS [SEED [FOLDER]]");
    Console.Error.WriteLine($"READER: {string.Join(' ', Seeds.Readers)}. Finds are written to FOLDER (finds).");
    return 64;
}

var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : Environment.TickCount;
return new Campaign(args[0], seeds, seed, args.Length > 3 ? args[3] : "finds").Run(TimeSpan.FromSeconds(seconds));
