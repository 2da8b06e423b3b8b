namespace PlanTracker.Web.Features.Supervision;

public static class SupervisionRegistration
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) => services.AddScoped<AnswerWriter>().AddScoped<PlanTracker.Web.Supervision.OrderLadders>().AddScoped<Order.OrderProposals>().AddScoped<PlanTracker.Web.Supervision.LetterProposals>().AddSingleton<Letter.LetterWords>().AddSingleton<Order.GroundWords>().AddSingleton<FollowUpNames>();
}
