namespace PlanTracker.Documents.Readers.Rtf;

/// <summary>Words of RTF by what they mean here.</summary>
internal static class RtfWords
{
    /// <summary>Where the text behind a word goes; null where it stays where it is.</summary>
    /// <param name="mayBeSkipped">\* stood before it.</param>
    public static RtfPlace? PlaceOf(string name, bool mayBeSkipped) => name switch
    {
        "fonttbl" => RtfPlace.Fonts,
        "listtext" or "pntext" => RtfPlace.Label,
        "header" or "headerl" or "headerr" or "headerf" or "shpinst" or "shptxt" => RtfPlace.Beside,
        "colortbl" or "stylesheet" or "info" or "pict" or "objdata" or "footer" or "footerl" or "footerr" or "footerf" or "footnote" or "annotation"
            or "xe" or "tc" or "fldinst" or "pntxta" or "pntxtb" or "nonesttables" or "sp" or "do" or "filetbl" or "revtbl"
            or "listtable" or "listoverridetable" or "nonshppict" or "ftnsep" or "ftnsepc" or "ftncn" or "aftnsep" or "aftnsepc" or "aftncn" or "template"
            => RtfPlace.Nowhere,
        "nesttableprops" => RtfPlace.Body,
        _ => mayBeSkipped ? RtfPlace.Nowhere : null,
    };

    public static char? SignOf(string name) => name switch
    {
        "tab" => '\t',
        "line" or "softline" or "page" or "column" => '\n',
        "emdash" => '—',
        "endash" => '–',
        "emspace" or "enspace" => ' ',
        "bullet" => '•',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        _ => null,
    };
}
