using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class EditionTables : IEntityTypeConfiguration<PlanEdition>, IEntityTypeConfiguration<TaskWording>
{
    public void Configure(EntityTypeBuilder<PlanEdition> builder)
    {
        // Of two who publish an amendment at once the second fails on either of these.
        builder.HasIndex(x => new { x.PlanId, x.Ordinal }).IsUnique();
        builder.HasIndex(x => x.ImportDraftId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TaskWording> builder)
    {
        builder.HasIndex(x => new { x.PlanEditionId, x.PlanTaskId }).IsUnique();
        builder.HasIndex(x => x.PlanTaskId);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Property(x => x.Content).HasJson();
    }
}
