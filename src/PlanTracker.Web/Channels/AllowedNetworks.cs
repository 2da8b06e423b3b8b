using System.Net;
using System.Net.Sockets;

namespace PlanTracker.Web.Channels;

/// <summary>Which addresses calls may go to: the public ones, and those of private networks that the installation names.</summary>
public sealed class AllowedNetworks(IReadOnlyList<IPNetwork> named)
{
    public static AllowedNetworks PublicOnly { get; } = new([]);

    /// <summary>What IANA's registry of special-purpose addresses keeps from the public internet, and multicast.</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(x => IPNetwork.Parse(x)),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    /// <summary>One network a line, as 10.20.0.0/16; null where a line is none.</summary>
    public static AllowedNetworks? Parse(string lines)
    {
        List<IPNetwork> networks = [];
        foreach (var line in lines.Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IPNetwork.TryParse(line, out var network))
                return null;
            networks.Add(network);
        }

        return new AllowedNetworks(networks);
    }

    public bool Allows(IPAddress address)
    {
        // ::ffff:10.0.0.1 is 10.0.0.1, whatever it looks like.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(plain) || named.Any(x => x.Contains(plain));
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || Global6.Contains(address)) && !Special.Any(x => x.Contains(address));
}
