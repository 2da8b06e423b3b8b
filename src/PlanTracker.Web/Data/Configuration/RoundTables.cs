using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class RoundTables : IEntityTypeConfiguration<RoundSnapshot>, IEntityTypeConfiguration<SnapshotCell>, IEntityTypeConfiguration<RoundNote>
{
    public void Configure(EntityTypeBuilder<RoundSnapshot> builder)
    {
        // Of two who close a round at once the second fails on this key.
        builder.HasKey(x => x.RoundId);
        builder.HasOne(x => x.Round).WithOne().HasForeignKey<RoundSnapshot>(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Content).HasJson();
    }

    public void Configure(EntityTypeBuilder<SnapshotCell> builder)
    {
        builder.HasIndex(x => new { x.RoundId, x.OccurrenceId }).IsUnique();
        builder.HasOne(x => x.Snapshot).WithMany(x => x.Cells).HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RoundNote> builder)
    {
        builder.HasIndex(x => new { x.RoundId, x.At });
        builder.HasOne(x => x.Round).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
