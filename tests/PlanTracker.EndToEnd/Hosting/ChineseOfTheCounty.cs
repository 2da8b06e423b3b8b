using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Web.Data;

namespace PlanTracker.EndToEnd.Hosting;

/// <summary>Tells the county's own Chinese (titles, names, reports) from wordings of the application that were left in Chinese.</summary>
public sealed partial class ChineseOfTheCounty
{
    private readonly string data;
    private readonly HashSet<string> wordings;

    private ChineseOfTheCounty(string data, HashSet<string> wordings)
    {
        this.data = data;
        this.wordings = wordings;
    }

    /// <summary>All that stands in the text columns of the store is the county's; the keys of the translations are the application's.</summary>
    public static async Task<ChineseOfTheCounty> Read(PlanTrackerDbContext db)
    {
        var text = new StringBuilder();
        foreach (var entity in db.Model.GetEntityTypes().Where(x => x.GetTableName() is not null))
        {
            var columns = entity.GetProperties().Where(x => (x.FindTypeMapping()?.Converter?.ProviderClrType ?? x.ClrType) == typeof(string)).ToList();
            if (columns.Count > 0)
                await Append(db, $"SELECT {string.Join(", ", columns.Select(x => $"\"{x.GetColumnName()}\""))} FROM \"{entity.GetTableName()}\"", text);
        }

        var keys = typeof(Program).Assembly.GetTypes().Where(x => x.Name == "Words" && x.Namespace!.StartsWith("PlanTracker.Web", StringComparison.Ordinal))
            .Select(x => new ResourceManager(x).GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false))
            .SelectMany(x => x?.Cast<DictionaryEntry>() ?? []).Select(x => (string)x.Key);
        return new ChineseOfTheCounty(text.ToString(), keys.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether this text of an English page should have been English.</summary>
    public bool IsForgotten(string text) =>
        wordings.Contains(text.Trim()) || Runs().Matches(text).Any(x => !data.Contains(x.Value, StringComparison.Ordinal));

    private static async Task Append(PlanTrackerDbContext db, string query, StringBuilder text)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // names of tables and columns alone
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (!reader.IsDBNull(i))
                    text.Append(reader.GetValue(i)).Append('\n');
            }
        }
    }

    [GeneratedRegex(@"[\u3400-\u9fff]+")]
    private static partial Regex Runs();
}
