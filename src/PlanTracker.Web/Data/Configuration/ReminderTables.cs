using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class ReminderTables :
    IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<Digest>, IEntityTypeConfiguration<Delivery>, IEntityTypeConfiguration<Notice>,
    IEntityTypeConfiguration<Setting>, IEntityTypeConfiguration<Lease>, IEntityTypeConfiguration<Outlet>, IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasIndex(x => new { x.OccurrenceId, x.Rung, x.Day }).IsUnique();
        builder.HasIndex(x => new { x.State, x.GoesOutOn });
    }

    public void Configure(EntityTypeBuilder<Digest> builder)
    {
        builder.HasIndex(x => new { x.AccountId, x.Channel, x.Day }).IsUnique();
        builder.HasIndex(x => new { x.OutletId, x.Day }).IsUnique();
        builder.HasOne(x => x.Account).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Outlet).WithMany().OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(x => new { x.State, x.TryAgainAt });
    }

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasIndex(x => new { x.ReminderId, x.AccountId, x.Channel }).IsUnique();
        builder.HasIndex(x => new { x.ReminderId, x.OutletId }).IsUnique();
        builder.HasOne<Outlet>().WithMany().HasForeignKey(x => x.OutletId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(x => x.Digest).WithMany(x => x.Deliveries).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Outlet> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.Name }).IsUnique();
        builder.HasOne<Jurisdiction>().WithMany().HasForeignKey(x => x.JurisdictionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder) => builder.HasIndex(x => x.AccountId).IsUnique();

    public void Configure(EntityTypeBuilder<Notice> builder) => builder.HasIndex(x => new { x.AccountId, x.ReadAt });

    public void Configure(EntityTypeBuilder<Setting> builder) => builder.HasKey(x => x.Key);

    public void Configure(EntityTypeBuilder<Lease> builder) => builder.HasKey(x => x.Name);
}
