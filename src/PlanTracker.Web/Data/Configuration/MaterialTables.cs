using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class MaterialTables : IEntityTypeConfiguration<ReportMaterial>, IEntityTypeConfiguration<MaterialPassage>
{
    public void Configure(EntityTypeBuilder<ReportMaterial> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.FileHash, x.OrgUnitId });
        builder.HasMany(x => x.Passages).WithOne(x => x.Material).HasForeignKey(x => x.MaterialId);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MaterialPassage> builder)
    {
        builder.Property(x => x.Figures).HasJson();
        builder.HasOne(x => x.Occurrence).WithMany().OnDelete(DeleteBehavior.SetNull);
    }
}
