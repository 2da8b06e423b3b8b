using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PlanTracker.EndToEnd.Hosting;

namespace PlanTracker.EndToEnd.Stories;

public sealed class EmptyDemoStory
{
    [Fact]
    public async Task The_command_empties_the_demo_for_good_and_touches_nothing_else()
    {
        var folder = LiveApp.CopyOfDemo();
        Assert.NotEqual(0, Count(folder, "OrgUnits"));

        Assert.Contains("演示数据已清空", await Run(folder), StringComparison.Ordinal);
        Assert.Equal(0, Count(folder, "OrgUnits"));

        Assert.Contains("这里没有演示数据", await Run(folder), StringComparison.Ordinal);
    }

    private static async Task<string> Run(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "empty-demo", $"--Store:DataFolder={folder}"])
        {
            RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory, Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return said;
    }

    private static long Count(string folder, string table)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "plantracker.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
