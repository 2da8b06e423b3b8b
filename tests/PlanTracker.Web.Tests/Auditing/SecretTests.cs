using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using PlanTracker.Web.Requests;

namespace PlanTracker.Web.Tests.Auditing;

/// <summary>What a command is sent with stands in the audit log, unless it is marked. Nobody is to forget the mark because he called a secret by another name.</summary>
public sealed partial class SecretTests
{
    [Fact]
    public void Whatever_sounds_like_a_secret_is_marked_as_one_or_as_none()
    {
        var unmarked = from property in OfAllCommands()
                       where Sounds(property) && !IsMarked(property)
                       select $"{property.DeclaringType!.FullName}.{property.Name}";

        Assert.True(!unmarked.Any(), string.Join('\n', unmarked.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Nothing_is_marked_as_both() => Assert.DoesNotContain(
        OfAllCommands(), x => x.IsDefined(typeof(SecretAttribute)) && x.IsDefined(typeof(NoSecretAttribute)));

    /// <summary>The test itself finds what it is to find, inside of what a command carries too.</summary>
    [Theory]
    [InlineData("Password", true)]
    [InlineData("PinCode", true)]
    [InlineData("WebhookUrl", true)]
    [InlineData("ApiKey", true)]
    [InlineData("Words", false)]
    [InlineData("Monkeys", false)]
    [InlineData("Decoder", false)]
    public void Names_sound_like_secrets_by_their_words(string name, bool expected) => Assert.Equal(expected, Smell().IsMatch(name));

    [Fact]
    public void Mail_passwords_inside_of_settings_are_looked_at() => Assert.Contains(OfAllCommands(), x => x.Name == "Password" && x.IsDefined(typeof(SecretAttribute)));

    private static IEnumerable<PropertyInfo> OfAllCommands()
    {
        HashSet<Type> seen = [];
        Stack<Type> open = new(typeof(ICommand<>).Assembly.GetTypes()
            .Where(x => !x.IsAbstract && Array.Exists(x.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))));
        while (open.TryPop(out var type))
        {
            if (!seen.Add(type))
                continue;
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                yield return property;
                foreach (var inner in Inside(property.PropertyType))
                    open.Push(inner);
            }
        }
    }

    private static IEnumerable<Type> Inside(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain != typeof(string) && plain.IsAssignableTo(typeof(IEnumerable)))
            return plain.IsArray ? Inside(plain.GetElementType()!) : plain.GetGenericArguments().SelectMany(Inside);
        return plain is { IsEnum: false, IsPrimitive: false } && plain.Namespace?.StartsWith("PlanTracker", StringComparison.Ordinal) == true ? [plain] : [];
    }

    private static bool Sounds(PropertyInfo property)
    {
        var type = property.PropertyType;
        return Smell().IsMatch(property.Name)
            && (type == typeof(string) || type == typeof(byte[]) || type == typeof(ReadOnlyMemory<byte>) || type == typeof(Uri) || type.IsAssignableTo(typeof(IEnumerable<string>)));
    }

    private static bool IsMarked(PropertyInfo property) => property.IsDefined(typeof(SecretAttribute)) || property.IsDefined(typeof(NoSecretAttribute));

    // A word of the name, not a part of another word.
    [GeneratedRegex("(Pass|Password|Passphrase|Token|Secret|Key|Code|Pin|Salt|Address|Url|Uri|Hook|Webhook|Credential|Connection|Signature|Stamp|Nonce|Header)s?(?![a-z])")]
    private static partial Regex Smell();
}
