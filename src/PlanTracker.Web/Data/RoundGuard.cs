using Microsoft.EntityFrameworkCore.Migrations;

namespace PlanTracker.Web.Data;

/// <summary>The database itself refuses to change a closed round, its snapshot and the notes on it, or to open it again. A migration that builds one of these
/// tables anew must call it again.</summary>
public static class RoundGuard
{
    private const string Refusal = "a closed round of reporting stays as it is";

    private static readonly string[] Frozen = ["RoundSnapshots", "SnapshotCells", "RoundNotes"];

    /// <summary>Called by the migration that makes the tables.</summary>
    public static void GuardRounds(this MigrationBuilder migration) =>
        migration.Sql(migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite" ? Sqlite : Postgres);

    private static string Sqlite => string.Concat(Frozen.Select(table => $"""
        CREATE TRIGGER "{table}_NoUpdate" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        CREATE TRIGGER "{table}_NoDelete" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;

        """)) + $"""
        CREATE TRIGGER "ReportingRounds_StayClosed" BEFORE UPDATE ON "ReportingRounds" WHEN OLD."ClosedAt" IS NOT NULL BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        CREATE TRIGGER "ReportingRounds_NoDelete" BEFORE DELETE ON "ReportingRounds" WHEN OLD."ClosedAt" IS NOT NULL BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        """;

    private static string Postgres => $"""
        CREATE FUNCTION closed_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '{Refusal}';
        END $$;
        CREATE TRIGGER "ReportingRounds_StayClosed" BEFORE UPDATE OR DELETE ON "ReportingRounds" FOR EACH ROW WHEN (OLD."ClosedAt" IS NOT NULL)
            EXECUTE FUNCTION closed_round_stays();

        """ + string.Concat(Frozen.Select(table => $"""
        CREATE TRIGGER "{table}_Guard" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION closed_round_stays();
        CREATE TRIGGER "{table}_NoTruncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION closed_round_stays();

        """));
}
