using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlanTracker.Web.Data;

namespace PlanTracker.Web.Tests.Hosting;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Gives every test a database of its own: a copy of one that was migrated once.</summary>
public static class Databases
{
    private static readonly PostgresServer Server = new();
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);
    private static readonly ConcurrentBag<string> Folders = [];
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static int count;

    /// <summary>Theory data: each slice test runs on both.</summary>
    public static TheoryData<Database> Both => [Database.Sqlite, Database.Postgres];

    /// <summary>Settings of a fresh store in a folder of its own.</summary>
    public static async Task<StoreOptions> Fresh(Database database)
    {
        var options = new StoreOptions { DataFolder = TemporaryFolder() };
        if (database == Database.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, options.SqliteFile);
            return options;
        }

        var template = await PostgresTemplate.Value;
        var name = $"t{Interlocked.Increment(ref count)}_{Environment.ProcessId}";

        // PostgreSQL copies a template only while nobody else does.
        await Copying.WaitAsync();
        try
        {
            await Execute(await Server.ConnectionString(), $"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Copying.Release();
        }

        // The pools of hundreds of databases would keep the server's connections for minutes.
        options.Postgres = new NpgsqlConnectionStringBuilder(await Server.ConnectionString())
        {
            Database = name, MaxPoolSize = 10, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5,
        }.ToString();
        return options;
    }

    public static string TemporaryFolder()
    {
        var folder = Directory.CreateTempSubdirectory("plantracker-test-").FullName;
        Folders.Add(folder);
        return folder;
    }

    public static async ValueTask CleanUp()
    {
        SqliteConnection.ClearAllPools();
        foreach (var folder in Folders)
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        await Server.DisposeAsync();
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(TemporaryFolder(), "template.db");
        await using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
        await context.Database.MigrateAsync();
        return file;
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var server = await Server.ConnectionString();
        var name = $"template_{Environment.ProcessId}";
        await Execute(server, $"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false };
        await using var context = new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection.ToString()).Options);
        await context.Database.MigrateAsync();
        return name;
    }

    private static async Task Execute(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Removes what the test run made, at its end.</summary>
public sealed class DatabaseCleanUp : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Databases.CleanUp();
}
