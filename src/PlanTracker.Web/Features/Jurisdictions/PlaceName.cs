using PlanTracker.Web.Data.Model;

namespace PlanTracker.Web.Features.Jurisdictions;

/// <summary>What a place may be called, and how its level is written in files.</summary>
public static class PlaceName
{
    public const int Longest = 60;

    public static bool IsValid(string name) => name.Length is > 0 and <= Longest && name.AsSpan().IndexOfAny(";；/\r\n\t") < 0 && name == name.Trim();

    public static JurisdictionLevel? LevelOf(string printed) => printed switch
    {
        "省" or "自治区" or "直辖市" => JurisdictionLevel.Province,
        "市" or "州" or "地区" => JurisdictionLevel.City,
        "县" or "区" or "旗" => JurisdictionLevel.County,
        "镇" or "乡" or "街道" or "乡镇" => JurisdictionLevel.Town,
        _ => Enum.TryParse<JurisdictionLevel>(printed, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(printed[0]) ? level : null,
    };
}
