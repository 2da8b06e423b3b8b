using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Data.Configuration;

internal sealed class LifeTables :
    IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<Division>, IEntityTypeConfiguration<CommentRound>, IEntityTypeConfiguration<CommentUnit>,
    IEntityTypeConfiguration<TaskComment>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.HasIndex(x => new { x.JurisdictionId, x.Decision, x.AnswerBy });
        builder.HasIndex(x => x.OccurrenceId);

        // A decision is objected to once, whoever presses the button twice.
        builder.HasIndex(x => x.DecisionId).IsUnique();
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Division> builder)
    {
        builder.HasIndex(x => x.OccurrenceId);
        builder.HasIndex(x => new { x.AccountId, x.EndedOn });
        builder.HasIndex(x => new { x.OrgUnitId, x.Office });
    }

    public void Configure(EntityTypeBuilder<CommentRound> builder) => builder.HasIndex(x => new { x.ImportDraftId, x.SentOn });

    public void Configure(EntityTypeBuilder<CommentUnit> builder)
    {
        builder.HasIndex(x => new { x.CommentRoundId, x.OrgUnitId }).IsUnique();
        builder.HasIndex(x => x.OrgUnitId);
        builder.HasOne(x => x.OrgUnit).WithMany().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<TaskComment> builder) => builder.HasIndex(x => new { x.CommentUnitId, x.Position });
}
