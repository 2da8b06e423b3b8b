using PlanTracker.Domain.Plans;
using PlanTracker.Domain.Plans.Likeness;

namespace PlanTracker.Domain.Suggestions;

/// <summary>Suggests who might answer for a task that names nobody, from earlier tasks with like wording and from what the wording speaks of. It only
/// suggests: a person decides.</summary>
public sealed class UnitSuggester
{
    private const int MostNeighbours = 12;
    private const double LeastSimilarity = 0.06;
    private const int MostSuggestions = 5;
    private const int MostGrounds = 2;
    private const double LeastWeight = 0.12;
    private const int ShortestTerm = 2;

    /// <summary>Each further earlier task says less than the one before: they are often one task of several years.</summary>
    private const double Fading = 0.75;

    private const double OfNamed = 0.45;
    private const double OfTerm = 0.22;
    private const double OfFurtherTerm = 0.12;

    private readonly TextIndex<TaskText> earlier;
    private readonly Dictionary<Guid, SuggestibleBody> bodies;
    private readonly (string Term, Guid Body)[] terms;
    private readonly (string Name, Guid Body)[] names;

    /// <param name="bodies">All that may be suggested; others are passed over wherever they stood.</param>
    public UnitSuggester(TextIndex<TaskText> earlier, IReadOnlyList<SuggestibleBody> bodies)
    {
        this.earlier = earlier;
        this.bodies = bodies.DistinctBy(x => x.Id).ToDictionary(x => x.Id);
        terms = [.. from field in FieldOfWork.All
                    let body = field.In(bodies)
                    where body is not null
                    from term in field.Terms
                    where term.Length >= ShortestTerm
                    orderby term.Length descending
                    select (term, body.Id)];
        names = [.. bodies.Select(x => (x.Name, x.Id)).OrderByDescending(x => x.Name.Length)];
    }

    /// <summary>The earlier tasks that are to be asked who stood on them.</summary>
    /// <param name="among">Those that may be asked; null: all.</param>
    public IReadOnlyList<Neighbour> Neighbours(string title, string body, Func<TaskText, bool>? among = null) =>
        [.. earlier.Nearest(TextOf(title, body), MostNeighbours, LeastSimilarity, among).Select(x => new Neighbour(x.Item, x.Score))];

    /// <summary>The likeliest first. Empty where nothing speaks for anybody.</summary>
    /// <param name="parts">Who stood on each of the neighbours.</param>
    public IReadOnlyList<UnitSuggestion> For(string title, string body, IReadOnlyList<Neighbour> neighbours, ILookup<Guid, EarlierPart> parts)
    {
        Dictionary<Guid, Tally> tallies = [];
        var text = TextOf(title, body);
        FromEarlier(text, tallies, neighbours, parts);
        FromWording(text, tallies);
        var ranked = tallies.Where(x => x.Value.Weight >= LeastWeight).OrderByDescending(x => x.Value.Weight).ThenBy(x => bodies[x.Key].Name, StringComparer.Ordinal)
            .Take(MostSuggestions).ToList();
        var lead = ranked.FindIndex(x => !bodies[x.Key].IsGroup);
        return [.. ranked.Select((x, i) => new UnitSuggestion(
            x.Key, bodies[x.Key].IsGroup, i == lead ? LeadOf(x.Value, ranked.Count) : x.Value.RoleBeside, x.Value.Weight, x.Value.Best(MostGrounds)))];
    }

    private static string TextOf(string title, string body) => body.StartsWith(title, StringComparison.Ordinal) ? body : $"{title}。{body}";

    private void FromEarlier(string text, Dictionary<Guid, Tally> tallies, IReadOnlyList<Neighbour> neighbours, ILookup<Guid, EarlierPart> parts)
    {
        foreach (var (task, similarity) in neighbours)
        {
            string? passage = null;
            foreach (var part in parts[task.Id].Where(x => bodies.ContainsKey(x.BodyId)).DistinctBy(x => x.BodyId))
            {
                var tally = TallyOf(part.BodyId, tallies);
                var weight = Confidence(similarity) * WeightOf(part.Role) * Math.Pow(Fading, tally.Tasks);
                tally.Add(new Ground.Earlier(task.Id, part.Role, passage ??= Passages.MostLike(task.Words, text), similarity), weight, part.Role);
            }
        }
    }

    private void FromWording(string text, Dictionary<Guid, Tally> tallies)
    {
        var rest = text;
        foreach (var (name, body) in names)
        {
            if (!rest.Contains(name, StringComparison.Ordinal))
                continue;
            TallyOf(body, tallies).Add(new Ground.Named(name), OfNamed, null);
            rest = rest.Replace(name, "\n", StringComparison.Ordinal);
        }

        // 违法占地 is not 土地: what a longer term took no shorter one takes again.
        foreach (var group in terms.GroupBy(x => x.Term))
        {
            if (!rest.Contains(group.Key, StringComparison.Ordinal))
                continue;
            foreach (var (term, body) in group)
            {
                var tally = TallyOf(body, tallies);
                tally.Add(new Ground.Field(term), (tally.Terms == 0 ? OfTerm : OfFurtherTerm) * (term.Length > 2 ? 1 : 0.7), null);
            }

            rest = rest.Replace(group.Key, "\n", StringComparison.Ordinal);
        }
    }

    /// <summary>Half the telling pairs in common is nearly the same task; a tenth is chance.</summary>
    private static double Confidence(double similarity) => Math.Clamp((similarity - 0.04) / 0.5, 0, 0.95);

    private static double WeightOf(Role role) => role switch { Role.Lead => 1, Role.Responsible => 0.9, _ => 0.5 };

    private static Role LeadOf(Tally tally, int suggested) => suggested == 1 && tally.RoleBeside == Role.Responsible ? Role.Responsible : Role.Lead;

    private static Tally TallyOf(Guid body, Dictionary<Guid, Tally> tallies) =>
        tallies.TryGetValue(body, out var tally) ? tally : tallies[body] = new Tally();

    private sealed class Tally
    {
        private readonly List<(Ground Ground, double Weight)> grounds = [];
        private readonly double[] roles = new double[3];
        private double doubt = 1;

        /// <summary>Grounds add up as independent witnesses do: certain only if all of them cannot be wrong.</summary>
        public double Weight => 1 - doubt;

        public int Tasks { get; private set; }

        public int Terms { get; private set; }

        /// <summary>The part it usually had, where another leads.</summary>
        public Role RoleBeside => roles[(int)Role.Responsible] > roles[(int)Role.Cooperating] ? Role.Responsible : Role.Cooperating;

        public void Add(Ground ground, double weight, Role? role)
        {
            grounds.Add((ground, weight));
            doubt *= 1 - weight;
            Tasks += ground is Ground.Earlier ? 1 : 0;
            Terms += ground is Ground.Field ? 1 : 0;
            if (role is { } stood)
                roles[(int)stood] += weight;
        }

        public IReadOnlyList<Ground> Best(int most) => [.. grounds.OrderByDescending(x => x.Weight).Take(most).Select(x => x.Ground)];
    }
}
