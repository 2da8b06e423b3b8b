using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class LetterTables : IEntityTypeConfiguration<RequestLetter>, IEntityTypeConfiguration<LetterTask>
{
    public void Configure(EntityTypeBuilder<RequestLetter> builder)
    {
        // A number is given once: who comes second is refused and asks again. Drafts have none.
        builder.HasIndex(x => new { x.JurisdictionId, x.Year, x.Ordinal }).IsUnique();
        builder.HasIndex(x => new { x.JurisdictionId, x.State, x.AnswerBy });
        builder.HasIndex(x => new { x.OrgUnitId, x.State });
        builder.HasOne(x => x.Jurisdiction).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(x => x.Plan).WithMany().OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Answers).WithOne().HasForeignKey(x => x.RequestLetterId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<LetterTask> builder)
    {
        builder.HasIndex(x => new { x.RequestLetterId, x.OccurrenceId }).IsUnique();
        builder.HasIndex(x => x.OccurrenceId);
        builder.HasOne(x => x.Occurrence).WithMany().OnDelete(DeleteBehavior.Cascade);
    }
}
