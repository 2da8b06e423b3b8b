using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Progress;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class ProgressTables :
    IEntityTypeConfiguration<Occurrence>, IEntityTypeConfiguration<OccurrenceStep>, IEntityTypeConfiguration<ProgressReport>,
    IEntityTypeConfiguration<CompletionRequest>, IEntityTypeConfiguration<ExtensionRequest>, IEntityTypeConfiguration<Evidence>,
    IEntityTypeConfiguration<ReportingRound>, IEntityTypeConfiguration<ReportDraft>, IEntityTypeConfiguration<Urge>
{
    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        builder.HasIndex(x => new { x.AssignmentId, x.PeriodFrom }).IsUnique();
        builder.HasIndex(x => x.PlanTaskId);

        // Every number of the dashboard is counted in the order of this index and out of it alone, without sorting and without touching the rows; each side by
        // itself is one stretch of it.
        builder.HasIndex(x => new
        {
            x.JurisdictionId, x.Role, x.OrgUnitId, x.State, x.Ongoing, x.DeadlineConfirmed, x.DueOn, x.FinishedOn, x.RequestedOn, x.LastReportedOn, x.OpenedOn,
            x.OriginalDueOn, x.PlanId, x.AskedLateBy, x.HeldByOtherUntil,
        }).HasDatabaseName("IX_Occurrences_Measures");

        // What is overdue, longest first, and what falls due in each month.
        builder.HasIndex(x => new { x.JurisdictionId, x.DueOn, x.Ongoing, x.DeadlineConfirmed, x.State, x.RequestedOn, x.Role, x.OrgUnitId, x.PlanId, x.Id })
            .HasDatabaseName("IX_Occurrences_DueOn");

        // What was finished in each month.
        builder.HasIndex(x => new { x.JurisdictionId, x.FinishedOn, x.State, x.Ongoing, x.Role, x.PlanId }).HasDatabaseName("IX_Occurrences_FinishedOn");

        // What is reminded of on a day: open ones that are due on some days, and what was handed over on some days.
        builder.HasIndex(x => new { x.JurisdictionId, x.State, x.DueOn, x.PlanId }).HasDatabaseName("IX_Occurrences_RemindedByDueOn");
        builder.HasIndex(x => new { x.JurisdictionId, x.OpenedOn, x.State, x.PlanId }).HasDatabaseName("IX_Occurrences_RemindedByOpenedOn");
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Plan).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OccurrenceStep> builder)
    {
        builder.HasIndex(x => new { x.OccurrenceId, x.At });
        builder.Property(x => x.Facts).HasJson();

        // What was handed over to another unit on some days; of the many steps only these few.
        builder.HasIndex(x => new { x.JurisdictionId, x.On }).HasFilter($"\"Step\" IN ({(int)Step.Reassign}, {(int)Step.Transfer})").HasDatabaseName("IX_OccurrenceSteps_Reassigned");

        // All that was done, newest first.
        builder.HasIndex(x => new { x.JurisdictionId, x.At });
    }

    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.HasIndex(x => new { x.OccurrenceId, x.At });
        builder.HasIndex(x => x.RoundId);
        builder.HasOne(x => x.Round).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CompletionRequest> builder) => builder.HasIndex(x => new { x.JurisdictionId, x.Decision });

    public void Configure(EntityTypeBuilder<ExtensionRequest> builder) => builder.HasIndex(x => new { x.JurisdictionId, x.Decision });

    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.HasIndex(x => x.OccurrenceId);
        builder.HasIndex(x => x.FileHash);
    }

    public void Configure(EntityTypeBuilder<ReportDraft> builder)
    {
        builder.HasKey(x => x.OccurrenceId);
        builder.HasOne(x => x.Occurrence).WithOne().HasForeignKey<ReportDraft>(x => x.OccurrenceId);
    }

    public void Configure(EntityTypeBuilder<ReportingRound> builder) => builder.HasIndex(x => new { x.PlanId, x.CutOffOn }).IsUnique();

    public void Configure(EntityTypeBuilder<Urge> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.On });
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
