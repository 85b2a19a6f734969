namespace Recommender.Infra.Tests.Security;

/// <summary>A finding that stands, and why.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Type">The resource's type, such as <c>s3/bucket:Bucket</c>.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Reason">Why it cannot be otherwise.</param>
internal sealed record Exemption(string Id, string Type, string Name, string Reason)
{
    /// <summary>Whether a finding is this one.</summary>
    public bool Covers(Finding finding) => finding.Id == Id && finding.Resource.Type == $"aws:{Type}" && finding.Resource.Name == Name;
}
