using Microsoft.Data.Sqlite;
using Npgsql;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>What the linked mail server asks of the tests' databases, and a store for each campaign; without the test framework.</summary>
internal static class Databases
{
    private static readonly List<string> Folders = [];

    public static async Task<StoreOptions> Fresh(PostgresServer? server)
    {
        StoreOptions store = new() { DataFolder = TemporaryFolder() };
        if (server is null)
            return store;
        await using NpgsqlConnection connection = new(await server.ConnectionString());
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"CREATE DATABASE crash_{Environment.ProcessId}", connection);
        await command.ExecuteNonQueryAsync();
        store.Postgres = new NpgsqlConnectionStringBuilder(await server.ConnectionString()) { Database = $"crash_{Environment.ProcessId}" }.ToString();
        return store;
    }

    public static string TemporaryFolder()
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-crash-").FullName;
        Folders.Add(folder);
        return folder;
    }

    public static void CleanUp()
    {
        SqliteConnection.ClearAllPools();
        foreach (var folder in Folders)
            Directory.Delete(folder, recursive: true);
    }
}
