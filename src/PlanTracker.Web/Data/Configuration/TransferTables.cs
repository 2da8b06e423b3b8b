using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class TransferTables : IEntityTypeConfiguration<DutyTransfer>, IEntityTypeConfiguration<TransferUnit>, IEntityTypeConfiguration<TransferItem>
{
    public void Configure(EntityTypeBuilder<DutyTransfer> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.On });
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.ToUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TransferUnit> builder)
    {
        builder.HasKey(x => new { x.DutyTransferId, x.OrgUnitId });
        builder.HasOne(x => x.DutyTransfer).WithMany(x => x.From).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TransferItem> builder)
    {
        builder.HasIndex(x => new { x.FromUnitId, x.PlanTaskId });
        builder.HasIndex(x => x.OccurrenceId);
        builder.HasOne(x => x.DutyTransfer).WithMany(x => x.Items).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.FromUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Occurrence).WithMany().OnDelete(DeleteBehavior.Cascade);
    }
}
