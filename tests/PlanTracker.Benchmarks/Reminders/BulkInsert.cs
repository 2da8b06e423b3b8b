using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlanTracker.Web.Data;

namespace PlanTracker.Benchmarks.Reminders;

/// <summary>Lays many rows of one table past the context, as fast as the database takes them.</summary>
internal static class BulkInsert
{
    public static async Task Lay(PlanTrackerDbContext db, string table, string[] columns, IEnumerable<object[]> rows)
    {
        await db.Database.OpenConnectionAsync();
        var names = string.Join(", ", columns.Select(x => $"\"{x}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
            copy.Timeout = TimeSpan.FromMinutes(30);
            foreach (var row in rows)
                await copy.WriteRowAsync(default, row);
            await copy.CompleteAsync();
            return;
        }

        var sqlite = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = (SqliteTransaction)await sqlite.BeginTransactionAsync();
        await using var insert = sqlite.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
            insert.Parameters.Add(new SqliteParameter($"@p{i}", null));
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i];
            insert.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }
}
