using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class SupervisionTables : IEntityTypeConfiguration<Instruction>, IEntityTypeConfiguration<InstructionUnit>,
    IEntityTypeConfiguration<SupervisionAnswer>, IEntityTypeConfiguration<SupervisionOrder>
{
    public void Configure(EntityTypeBuilder<Instruction> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.On });
        builder.HasIndex(x => x.PlanTaskId);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<InstructionUnit> builder)
    {
        builder.HasIndex(x => new { x.InstructionId, x.OccurrenceId }).IsUnique();
        builder.HasIndex(x => new { x.JurisdictionId, x.State, x.AnswerBy });
        builder.HasIndex(x => new { x.OrgUnitId, x.State });
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Occurrence).WithMany().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SupervisionAnswer> builder)
    {
        builder.HasIndex(x => x.InstructionUnitId);
        builder.HasIndex(x => x.SupervisionOrderId);
        builder.HasOne(x => x.InstructionUnit).WithMany(x => x.Answers).HasForeignKey(x => x.InstructionUnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.SupervisionOrder).WithMany(x => x.Answers).HasForeignKey(x => x.SupervisionOrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Evidence).WithOne().HasForeignKey(x => x.AnswerId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SupervisionOrder> builder)
    {
        // A number is given once: who comes second is refused and asks again.
        builder.HasIndex(x => new { x.JurisdictionId, x.Year, x.Ordinal }).IsUnique();
        builder.HasIndex(x => new { x.JurisdictionId, x.State, x.AnswerBy });
        builder.HasIndex(x => x.OccurrenceId);
        builder.HasIndex(x => new { x.OrgUnitId, x.State });

        // Of two people who let one order climb at the same time only one does.
        builder.HasIndex(x => x.ClimbedFromId).IsUnique();
        builder.HasOne(x => x.ClimbedFrom).WithMany().HasForeignKey(x => x.ClimbedFromId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.PlanTask).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(x => x.Occurrence).WithMany().OnDelete(DeleteBehavior.Cascade);
    }
}
