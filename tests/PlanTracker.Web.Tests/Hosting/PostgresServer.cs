using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PlanTracker.Web.Tests.Hosting;

/// <summary>A PostgreSQL server of the tests' own in a temporary folder, started when the first test asks and stopped with the test run. It answers on
/// loopback alone. PLANTRACKER_TEST_POSTGRES names another server instead: a connection string of somebody who may create databases.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim starting = new(1, 1);
    private string? connection;
    private string? folder;

    public async Task<string> ConnectionString()
    {
        await starting.WaitAsync();
        try
        {
            return connection ??= Environment.GetEnvironmentVariable("PLANTRACKER_TEST_POSTGRES") is { Length: > 0 } given ? given : await Start();
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<string> Start()
    {
        folder = Directory.CreateTempSubdirectory("plantracker-pg-").FullName;
        if (Environment.UserName == "root")
            await Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        await RunServerTool("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = FreePort();
        await RunServerTool(
            "pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off -c max_connections=1000", "start");
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres", Database = "postgres" }.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await RunServerTool("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The server refuses to run as root; its tools are not on the path of Debian.</summary>
    private static Task RunServerTool(string tool, params string[] arguments)
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(x => Path.Combine(x, "bin", tool)).Where(File.Exists).Order().LastOrDefault()
            : null;
        var path = installed ?? tool;
        return Environment.UserName == "root" ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static async Task Run(string file, params string[] arguments)
    {
        // The server that pg_ctl leaves behind keeps the pipes of its parent: nothing may be read from them to the end.
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{file} did not start");
        process.OutputDataReceived += (_, _) => { };
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} ended with {process.ExitCode}: is PostgreSQL installed? tests/run.sh installs it");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
