using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class UnitTables :
    IEntityTypeConfiguration<Jurisdiction>, IEntityTypeConfiguration<OrgUnit>, IEntityTypeConfiguration<UnitAlias>,
    IEntityTypeConfiguration<UnitGroup>, IEntityTypeConfiguration<UnitGroupMember>, IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<SupervisingLeader>
{
    public void Configure(EntityTypeBuilder<Jurisdiction> builder)
    {
        builder.HasIndex(x => new { x.ParentId, x.Name }).IsUnique();
        builder.HasOne(x => x.Parent).WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.Ladder!).HasWholeJson();
    }

    public void Configure(EntityTypeBuilder<OrgUnit> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.Name }).IsUnique();
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.SupervisingLeader).WithMany().OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<UnitAlias> builder) => builder.HasIndex(x => x.Name);

    public void Configure(EntityTypeBuilder<UnitGroup> builder) => builder.HasIndex(x => new { x.JurisdictionId, x.Name }).IsUnique();

    public void Configure(EntityTypeBuilder<UnitGroupMember> builder) => builder.HasKey(x => new { x.UnitGroupId, x.OrgUnitId });

    public void Configure(EntityTypeBuilder<SupervisingLeader> builder) => builder.HasIndex(x => new { x.JurisdictionId, x.Name });

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasIndex(x => x.AccountId);
        builder.HasIndex(x => new { x.OrgUnitId, x.Function });
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}
