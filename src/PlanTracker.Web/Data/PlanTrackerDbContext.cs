using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data;

/// <summary>The store. Its two derived contexts, one per database, hold nothing but their migrations.</summary>
public abstract class PlanTrackerDbContext(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();
    public DbSet<OrgUnit> OrgUnits => Set<OrgUnit>();
    public DbSet<UnitAlias> UnitAliases => Set<UnitAlias>();
    public DbSet<UnitContact> UnitContacts => Set<UnitContact>();
    public DbSet<UnitGroup> UnitGroups => Set<UnitGroup>();
    public DbSet<UnitGroupMember> UnitGroupMembers => Set<UnitGroupMember>();
    public DbSet<SupervisingLeader> SupervisingLeaders => Set<SupervisingLeader>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();
    public DbSet<ImportDraftTask> ImportDraftTasks => Set<ImportDraftTask>();
    public DbSet<DraftCut> DraftCuts => Set<DraftCut>();
    public DbSet<RefusedUpload> RefusedUploads => Set<RefusedUpload>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanEdition> PlanEditions => Set<PlanEdition>();
    public DbSet<TaskWording> TaskWordings => Set<TaskWording>();
    public DbSet<PlanTask> PlanTasks => Set<PlanTask>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<OccurrenceStep> OccurrenceSteps => Set<OccurrenceStep>();
    public DbSet<ProgressReport> ProgressReports => Set<ProgressReport>();
    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();
    public DbSet<ReportMaterial> ReportMaterials => Set<ReportMaterial>();
    public DbSet<MaterialPassage> MaterialPassages => Set<MaterialPassage>();
    public DbSet<Evidence> Evidence => Set<Evidence>();
    public DbSet<CompletionRequest> CompletionRequests => Set<CompletionRequest>();
    public DbSet<ExtensionRequest> ExtensionRequests => Set<ExtensionRequest>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<Division> Divisions => Set<Division>();
    public DbSet<CommentRound> CommentRounds => Set<CommentRound>();
    public DbSet<CommentUnit> CommentUnits => Set<CommentUnit>();
    public DbSet<TaskComment> TaskComments => Set<TaskComment>();
    public DbSet<ReportingRound> ReportingRounds => Set<ReportingRound>();
    public DbSet<RoundSnapshot> RoundSnapshots => Set<RoundSnapshot>();
    public DbSet<SnapshotCell> SnapshotCells => Set<SnapshotCell>();
    public DbSet<RoundNote> RoundNotes => Set<RoundNote>();
    public DbSet<Urge> Urges => Set<Urge>();
    public DbSet<Instruction> Instructions => Set<Instruction>();
    public DbSet<InstructionUnit> InstructionUnits => Set<InstructionUnit>();
    public DbSet<SupervisionOrder> SupervisionOrders => Set<SupervisionOrder>();
    public DbSet<SupervisionAnswer> SupervisionAnswers => Set<SupervisionAnswer>();
    public DbSet<RequestLetter> RequestLetters => Set<RequestLetter>();
    public DbSet<LetterTask> LetterTasks => Set<LetterTask>();
    public DbSet<ScoreBook> ScoreBooks => Set<ScoreBook>();
    public DbSet<ScoreStrike> ScoreStrikes => Set<ScoreStrike>();
    public DbSet<Commendation> Commendations => Set<Commendation>();
    public DbSet<ScoreSnapshot> ScoreSnapshots => Set<ScoreSnapshot>();
    public DbSet<DutyTransfer> DutyTransfers => Set<DutyTransfer>();
    public DbSet<TransferItem> TransferItems => Set<TransferItem>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<Outlet> Outlets => Set<Outlet>();
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<LoadedNotice> LoadedNotices => Set<LoadedNotice>();
    public DbSet<LocalDay> LocalDays => Set<LocalDay>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>While a command runs, all that it changes is one transaction, which begins with the first change; who set this ends it.</summary>
    public bool KeepsTogether { get; set; }

    /// <summary>From here on all is saved with the entry of the audit log: the last stage of a command that works in stages.</summary>
    public void KeepTogether() => KeepsTogether = true;

    /// <summary>Begins the command's transaction, unless it has begun or none is wanted.</summary>
    public async Task BeginChange(CancellationToken cancellation)
    {
        if (KeepsTogether && Database.CurrentTransaction is null)
            await Database.BeginTransactionAsync(cancellation);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PlanTrackerDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            // Ids are made in code, from the handed-in time; nothing is left to the database.
            if (entity.FindPrimaryKey()?.Properties is [{ ClrType: var type } id] && type == typeof(Guid))
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (entity.FindProperty("Version") is { } version && version.ClrType == typeof(int))
                version.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = false;
        foreach (var entry in ChangeTracker.Entries())
        {
            changes |= entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
            if (entry.Entity is AuditEntry && entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException("the audit log is only ever appended to");
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = (int)entry.Property("Version").OriginalValue! + 1;
        }

        if (changes)
            await BeginChange(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is DbUpdateException lost)
        {
            // PostgreSQL's provider wraps a deadlock to recommend a retrying strategy. Handlers retry or refuse themselves, and know a lost race by this type alone.
            throw new DbUpdateException(lost.Message, wrapped);
        }
    }
}

/// <summary>SQLite: one file, one machine.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : PlanTrackerDbContext(options);

/// <summary>PostgreSQL, by connection string.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : PlanTrackerDbContext(options);
