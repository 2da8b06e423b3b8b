using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using PlanTracker.Web.Tests.Hosting;

namespace PlanTracker.EndToEnd.Stories;

/// <summary>What docker-compose.yml brings up, as processes of this machine: the application as built, a PostgreSQL server of its own, and the settings
/// that the compose file gives.</summary>
public sealed partial class ContainerStory
{
    [Fact]
    public async Task The_application_starts_on_PostgreSQL_with_the_settings_of_the_compose_file()
    {
        var store = await Databases.Fresh(Database.Postgres);
        var settings = Settings().ToDictionary();
        Assert.Contains("Host=db;", settings["Store__Postgres"], StringComparison.Ordinal);
        settings["Store__Postgres"] = new NpgsqlConnectionStringBuilder(store.Postgres) { MaxPoolSize = 20 }.ToString();
        settings["Store__DataFolder"] = store.DataFolder;
        await using var web = new WebProcess(settings);

        var address = await web.Says(Address());
        var token = await web.Says(Token());
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
        var form = await client.GetStringAsync("/first-administrator");
        var answer = await client.PostAsync("/first-administrator", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "first",
            ["__RequestVerificationToken"] = Antiforgery().Match(form).Groups[1].Value,
            ["Form.Token"] = token,
            ["Form.Place"] = "望湖县",
            ["Form.Password"] = "a sentence to begin with",
        }));

        Assert.Contains("管理员已建立", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("演示账号", await client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    /// <summary>The environment of the service "web" in the compose file.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Settings() =>
        ComposeSetting().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "docker-compose.yml")))
            .Select(x => new KeyValuePair<string, string>(x.Groups["name"].Value, x.Groups["value"].Value.Trim('"')));

    /// <summary>The application as its own process, ended with the test.</summary>
    private sealed class WebProcess : IAsyncDisposable
    {
        private readonly Process process;
        private readonly BlockingCollection<string> lines = [];
        private readonly List<string> said = [];

        public WebProcess(IReadOnlyDictionary<string, string> settings)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            start.WorkingDirectory = AppContext.BaseDirectory;
            foreach (var (name, value) in settings)
                start.Environment[name] = value;
            process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Add(line.Data);
            process.ErrorDataReceived += (_, line) => Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        /// <summary>The first group of the first line that matches, waiting for it at most a minute.</summary>
        public async Task<string> Says(Regex wanted)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            return await Task.Run(() =>
            {
                if (said.Select(x => wanted.Match(x)).FirstOrDefault(x => x.Success) is { } before)
                    return before.Groups[1].Value;
                foreach (var line in lines.GetConsumingEnumerable(limit.Token))
                {
                    said.Add(line);
                    if (wanted.Match(line) is { Success: true } match)
                        return match.Groups[1].Value;
                }

                throw new InvalidOperationException("the application ended: " + string.Join('\n', said));
            });
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            lines.Dispose();
        }

        private void Add(string? line)
        {
            if (line is not null && !lines.IsAddingCompleted)
                lines.Add(line);
        }
    }

    [GeneratedRegex(@"^PlanTracker \S+: (http\S+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"one-time token: (\w+)")]
    private static partial Regex Token();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Antiforgery();

    [GeneratedRegex(@"^ {6}(?<name>[A-Z]\w+__\w+): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex ComposeSetting();
}
