using PlanTracker.Domain;
using PlanTracker.Web.Auditing;
using PlanTracker.Web.Requests;
using PlanTracker.Web.Security;

namespace PlanTracker.Web.Features.Audit;

/// <summary>核验: walks the whole log.</summary>
public static class VerifyLog
{
    public sealed record Query : IQuery<Outcome<ChainReport>>;

    public sealed class Handler(AuditVerifier verifier, Actor actor) : IHandler<Query, Outcome<ChainReport>>
    {
        public async Task<Outcome<ChainReport>> Handle(Query request, CancellationToken cancellationToken) =>
            actor.Audits ? await verifier.Verify(cancellationToken) : RefusalKind.NotAllowed;
    }
}
