using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class ScoreTables :
    IEntityTypeConfiguration<ScoreBook>, IEntityTypeConfiguration<ScoreStrike>, IEntityTypeConfiguration<Commendation>, IEntityTypeConfiguration<ScoreSnapshot>
{
    public void Configure(EntityTypeBuilder<ScoreBook> builder)
    {
        builder.HasKey(x => x.JurisdictionId);
        builder.HasOne(x => x.Jurisdiction).WithOne().HasForeignKey<ScoreBook>(x => x.JurisdictionId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(x => x.Rules).HasWholeJson();
    }

    public void Configure(EntityTypeBuilder<ScoreStrike> builder)
    {
        // A point is struck once; taken back, it may be struck again.
        builder.HasIndex(x => new { x.JurisdictionId, x.OrgUnitId, x.Key }).IsUnique().HasFilter("\"RestoredOn\" IS NULL");
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Commendation> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.On });
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ScoreSnapshot> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.FrozenAt });
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.Property(x => x.Units).HasWholeJson();
    }
}
