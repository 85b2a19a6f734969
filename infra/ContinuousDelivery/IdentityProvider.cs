using Pulumi;
using Recommender.Infra.Settings;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>GitHub as an identity provider of the account (GitHub's documentation, "Configuring OpenID Connect in Amazon Web Services").</summary>
internal static class IdentityProvider
{
    /// <summary>The host whose tokens say what job asks.</summary>
    public const string Host = "token.actions.githubusercontent.com";

    /// <summary>What a token must be made for.</summary>
    public const string Audience = "sts.amazonaws.com";

    /// <summary>Its ARN, which follows from its host: an account has one.</summary>
    public static Output<string> Arn(StackContext context) => Output.Format($"arn:aws:iam::{context.AccountId}:oidc-provider/{Host}");
}
