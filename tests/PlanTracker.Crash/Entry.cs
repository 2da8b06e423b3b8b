using System.Globalization;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.Crash;

/// <summary>Kills application processes while they plan and send. The same program, started by itself with "work", is the process that is killed.</summary>
internal static class Entry
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["work", var folder, var postgres, var ticks])
            return await Work.Run(folder, postgres, long.Parse(ticks, CultureInfo.InvariantCulture));
        if (args.Length == 0 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var kills))
        {
            Console.Error.WriteLine("usage: PlanTracker.Crash KILLS [SEED]      half of them on SQLite, half on PostgreSQL; ends with 1 when the ledger is wrong");
            return 2;
        }

        var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20260616;
        await using PostgresServer server = new();
        try
        {
            var right = await Campaign.Run(null, processes: 1, kills - kills / 2, seed);
            return right & await Campaign.Run(server, processes: 2, kills / 2, seed + 1) ? 0 : 1;
        }
        finally
        {
            Databases.CleanUp();
        }
    }
}
