using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>A Slack channel that gets alerts; both empty for none.</summary>
public sealed record SlackSettings
{
    /// <summary>Workspace id, such as <c>T0123ABCD</c>.</summary>
    [RegularExpression("T[A-Z0-9]+", ErrorMessage = "must be a Slack workspace id, such as T0123ABCD")]
    public string Workspace { get; init; } = "";

    /// <summary>Channel id, such as <c>C0123ABCD</c>.</summary>
    [RegularExpression("[CG][A-Z0-9]+", ErrorMessage = "must be a Slack channel id, such as C0123ABCD")]
    public string Channel { get; init; } = "";
}
