using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace PlanTracker.Web.Data;

public static class StoreRegistration
{
    /// <summary>Registers the context of the database that the settings name, and the file store.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<FileStore>();
        services.AddScoped<UploadKeeper>();
        services.AddScoped<StoreStart>();
        if (options.UsesPostgres)
        {
            services.AddDbContext<PostgresContext>(builder => builder.UseNpgsql(options.Postgres).AddInterceptors(new OneTransaction()));
            services.AddScoped<PlanTrackerDbContext>(scope => scope.GetRequiredService<PostgresContext>());
        }
        else
        {
            Directory.CreateDirectory(options.DataFolder);
            var connection = new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, ForeignKeys = true, DefaultTimeout = 30 };
            services.AddDbContext<SqliteContext>(builder => builder.UseSqlite(connection.ToString()).AddInterceptors(new SqliteSettings(), new OneTransaction()));
            services.AddScoped<PlanTrackerDbContext>(scope => scope.GetRequiredService<SqliteContext>());
        }

        return services;
    }

    /// <summary>Cookies and forms stay valid over restarts: their keys lie with the data.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, StoreOptions options)
    {
        services.AddDataProtection().SetApplicationName("PlanTracker").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys")));
        return services;
    }

    /// <summary>What is changed by a statement, without loading it, belongs to the command's transaction too.</summary>
    private sealed class OneTransaction : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData is { CommandSource: CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete, Context: PlanTrackerDbContext { KeepsTogether: true } db }
                && db.Database.CurrentTransaction is null)
            {
                await db.BeginChange(cancellationToken);
                command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            }

            return result;
        }
    }

    /// <summary>Readers must not wait for writers: write-ahead log, synchronised at its checkpoints.</summary>
    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 30000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
