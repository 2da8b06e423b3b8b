using PlanTracker.Domain.Units;

namespace PlanTracker.Domain.Plans.Editions;

/// <summary>What speaks for a new document being an amended one of a published plan.</summary>
/// <param name="FoundAgain">Share of the smaller document's tasks that the other has too, 0 to 1.</param>
public sealed record PlanLikeness(double FoundAgain, double OfTitles, bool SameNumber, bool SameYears)
{
    private const double HalfOfTheTasks = 0.5;
    private const double SomeTasks = 0.25;
    private const double MostTasks = 0.8;
    private const double AlikeTitles = 0.75;

    /// <summary>Words that tell the stage of a document, not which one it is.</summary>
    private static readonly string[] Stages = ["征求意见稿", "送审稿", "讨论稿", "修订稿", "修改稿", "审议稿", "试行", "暂行", "修订", "修正", "草案", "印发", "关于", "通知", "的", "()"];

    /// <summary>Next year's plan takes over some tasks too: documents of other years must be nearly the same.</summary>
    public bool IsAmendment => SameYears
        ? FoundAgain >= HalfOfTheTasks || (FoundAgain >= SomeTasks && (SameNumber || OfTitles >= AlikeTitles))
        : FoundAgain >= MostTasks && OfTitles >= AlikeTitles;

    public static double LikenessOfTitles(string one, string other) => new WordPrint(Bare(one)).LikenessTo(new WordPrint(Bare(other)));

    private static string Bare(string title) => Stages.Aggregate(UnitName.Normalise(title).Text, (text, stage) => text.Replace(stage, "", StringComparison.Ordinal));
}
