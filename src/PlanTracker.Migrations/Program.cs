// Writes the migrations of both databases: dotnet run --project src/PlanTracker.Migrations -- NAME
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using PlanTracker.Web.Data;

if (args is not [var name])
{
    Console.Error.WriteLine("usage: dotnet run --project src/PlanTracker.Migrations -- NAME");
    return 64;
}

var web = Path.Combine(AppContext.BaseDirectory, "../../../../PlanTracker.Web");
using var sqlite = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
using var postgres = new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
Scaffold(sqlite, "Sqlite");
Scaffold(postgres, "Postgres");
return 0;

#pragma warning disable EF1001 // The scaffolder's services have no public way in but the command line tool, which needs a package feed of its own.
void Scaffold(DbContext context, string folder)
{
    var services = new ServiceCollection();
    services.AddEntityFrameworkDesignTimeServices(new OperationReporter(new OperationReportHandler(Console.Error.WriteLine, Console.Error.WriteLine)));
    services.AddDbContextDesignTimeServices(context);
    ((IDesignTimeServices)Activator.CreateInstance(Type.GetType(
        folder == "Sqlite"
            ? "Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices, Microsoft.EntityFrameworkCore.Sqlite"
            : "Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices, Npgsql.EntityFrameworkCore.PostgreSQL",
        throwOnError: true)!)!).ConfigureDesignTimeServices(services);
    using var provider = services.BuildServiceProvider();
    using var scope = provider.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "PlanTracker.Web", $"Data.Migrations.{folder}");
    var files = scaffolder.Save(Path.GetFullPath(web), migration, Path.GetFullPath(Path.Combine(web, "Data/Migrations", folder)), dryRun: false);

    // What makes the tables of the audit log and of closed rounds guards them too.
    var text = File.ReadAllText(files.MigrationFile!);
    if (text.Contains("name: \"AuditEntries\",", StringComparison.Ordinal))
        text = GuardedUp(text, "GuardAudit");
    if (text.Contains("name: \"RoundSnapshots\",", StringComparison.Ordinal))
        text = GuardedUp(text, "GuardRounds");
    File.WriteAllText(files.MigrationFile!, text);
}
#pragma warning restore EF1001

static string GuardedUp(string text, string guard)
{
    var down = text.IndexOf("        /// <inheritdoc />", text.IndexOf("void Up(", StringComparison.Ordinal), StringComparison.Ordinal);
    var end = text.LastIndexOf('}', down);
    return text[..end].TrimEnd() + $"\n\n            migrationBuilder.{guard}();\n        " + text[end..];
}
