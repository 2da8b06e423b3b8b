namespace PlanTracker.Documents.Readers.Rtf;

internal enum RtfPlace
{
    /// <summary>What the page shows.</summary>
    Body,

    /// <summary>The number of a paragraph, as its writer counted it.</summary>
    Label,

    /// <summary>A printed header or a text box: looked at for a mark, and left out.</summary>
    Beside,

    /// <summary>The table of fonts.</summary>
    Fonts,

    /// <summary>What never shows.</summary>
    Nowhere,
}

/// <summary>What holds inside of a pair of braces; a pair begins with what holds outside of it.</summary>
internal sealed record RtfGroup
{
    public RtfPlace Place { get; set; }

    /// <summary>\* has been read: a destination that is not known is passed over.</summary>
    public bool MayBeSkipped { get; set; }

    /// <summary>How many characters after \u stand for those who cannot read it.</summary>
    public int Substitutes { get; set; } = 1;

    public int Font { get; set; }
    public bool Bold { get; set; }
    public bool Hidden { get; set; }
    public bool Deleted { get; set; }

    public void Plain() => (Bold, Hidden, Deleted) = (false, false, false);
}
