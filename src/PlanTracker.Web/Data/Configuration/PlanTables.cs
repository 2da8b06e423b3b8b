using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Deadlines;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class PlanTables :
    IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<ImportDraft>, IEntityTypeConfiguration<ImportDraftTask>, IEntityTypeConfiguration<DraftCut>,
    IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanTask>, IEntityTypeConfiguration<Assignment>, IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder) => builder.HasKey(x => x.Hash);

    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.FileHash });
        builder.Property(x => x.Doubts).HasJson();
        builder.Property(x => x.Amendment).HasJson();
    }

    public void Configure(EntityTypeBuilder<ImportDraftTask> builder)
    {
        builder.HasIndex(x => new { x.ImportDraftId, x.Position });
        builder.Property(x => x.Content).HasJson();
    }

    public void Configure(EntityTypeBuilder<DraftCut> builder)
    {
        builder.HasIndex(x => new { x.ImportDraftId, x.At });
        builder.Property(x => x.First).HasJson();
        builder.Property(x => x.Second!).HasJson();
    }

    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.PublishedOn });

        // One draft is published once, whoever presses the button twice.
        builder.HasIndex(x => x.ImportDraftId).IsUnique();

        // A plan is continued by one other, whoever publishes a second draft of it at once.
        builder.HasIndex(x => x.ContinuesPlanId).IsUnique();
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Ladder!).HasWholeJson();
        builder.Property(x => x.Lights!).HasWholeJson();
    }

    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.HasIndex(x => new { x.PlanId, x.Position });
        builder.HasIndex(x => x.ContinuesTaskId);
        builder.Property(x => x.PeriodDay).HasConversion(day => day.ToString(), written => written == null ? null : DayInPeriod.Parse(written));
    }

    public void Configure(EntityTypeBuilder<Milestone> builder) => builder.HasIndex(x => x.DueOn);

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(x => new { x.PlanTaskId, x.OrgUnitId }).IsUnique();
        builder.HasIndex(x => x.OrgUnitId);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
