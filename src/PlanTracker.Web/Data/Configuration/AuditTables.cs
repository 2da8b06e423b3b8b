using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class AuditTables : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(x => x.Number);
        builder.Property(x => x.Number).ValueGeneratedNever();
        builder.HasIndex(x => x.At);
        builder.HasIndex(x => new { x.JurisdictionId, x.Number });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasData(new AuditHead { Id = 1, LastNumber = 0, LastHash = AuditHash.Beginning, KeptFrom = 1 });
    }
}
