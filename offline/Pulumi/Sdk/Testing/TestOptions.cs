namespace Pulumi.Testing;

/// <summary>What a test's program sees of its surroundings.</summary>
public class TestOptions
{
    /// <summary>The project's name; "project" by default.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of the project; reading it fails where none is given.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack's name; "stack" by default.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether the run is a preview; true by default.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organisation's name; "organization" by default.</summary>
    public string? OrganizationName { get; set; }
}
