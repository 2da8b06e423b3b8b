using Microsoft.EntityFrameworkCore.Migrations;

namespace PlanTracker.Web.Data;

/// <summary>The database itself refuses to change or remove entries of the audit log. The one exception: those below the number from which the log is kept,
/// which only ever rises. A migration that builds one of the two tables anew must call it again.</summary>
public static class AuditGuard
{
    private const string Refusal = "the audit log is only ever appended to";

    private const string Sqlite = $"""
        CREATE TRIGGER "AuditEntries_NoUpdate" BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        CREATE TRIGGER "AuditEntries_NoDelete" BEFORE DELETE ON "AuditEntries" WHEN OLD."Number" >= (SELECT "KeptFrom" FROM "AuditHeads")
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        CREATE TRIGGER "AuditHeads_NoDelete" BEFORE DELETE ON "AuditHeads" BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        CREATE TRIGGER "AuditHeads_OnlyForward" BEFORE UPDATE ON "AuditHeads" WHEN NEW."LastNumber" < OLD."LastNumber" OR NEW."KeptFrom" < OLD."KeptFrom"
            BEGIN SELECT RAISE(ABORT, '{Refusal}'); END;
        """;

    private const string Postgres = $"""
        CREATE FUNCTION audit_is_appended() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_TABLE_NAME = 'AuditEntries' AND TG_OP = 'DELETE' THEN
                IF OLD."Number" < (SELECT "KeptFrom" FROM "AuditHeads") THEN RETURN OLD; END IF;
            ELSIF TG_TABLE_NAME = 'AuditHeads' AND TG_OP = 'UPDATE' THEN
                IF NEW."LastNumber" >= OLD."LastNumber" AND NEW."KeptFrom" >= OLD."KeptFrom" THEN RETURN NEW; END IF;
            END IF;
            RAISE EXCEPTION '{Refusal}';
        END $$;
        CREATE TRIGGER "AuditEntries_Guard" BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION audit_is_appended();
        CREATE TRIGGER "AuditEntries_NoTruncate" BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_is_appended();
        CREATE TRIGGER "AuditHeads_Guard" BEFORE UPDATE OR DELETE ON "AuditHeads" FOR EACH ROW EXECUTE FUNCTION audit_is_appended();
        CREATE TRIGGER "AuditHeads_NoTruncate" BEFORE TRUNCATE ON "AuditHeads" FOR EACH STATEMENT EXECUTE FUNCTION audit_is_appended();
        """;

    /// <summary>Called by the migration that makes the tables.</summary>
    public static void GuardAudit(this MigrationBuilder migration) =>
        migration.Sql(migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite" ? Sqlite : Postgres);
}
