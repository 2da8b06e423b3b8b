using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class CalendarTables : IEntityTypeConfiguration<LoadedNotice>, IEntityTypeConfiguration<LocalDay>
{
    public void Configure(EntityTypeBuilder<LoadedNotice> builder) => builder.HasIndex(x => x.Year).IsUnique();

    public void Configure(EntityTypeBuilder<LocalDay> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.Day }).IsUnique();
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Cascade);
    }
}
