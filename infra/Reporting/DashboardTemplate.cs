using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Recommender.Infra.Reporting.Visuals;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Reporting;

/// <summary>
/// The dashboards as a CloudFormation template. Pulumi's AWS provider has QuickSight's dashboards without their definition (its
/// types nest too deep for the provider's schema): it can only copy a template that somebody drew by hand. CloudFormation takes
/// the whole definition, and Pulumi deploys its stacks.
/// </summary>
internal static class DashboardTemplate
{
    // What a reader needs, and all that a reader gets (QuickSight API reference, "UpdateDashboardPermissions").
    private static readonly string[] _read = ["quicksight:DescribeDashboard", "quicksight:ListDashboardVersions", "quicksight:QueryDashboard"];

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The id of a dashboard.</summary>
    public static string Id(StackContext context, DashboardSheet sheet) => context.Name(sheet.Id);

    /// <summary>The template.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="dataSets">The ARN of each report's data set, by the report's name.</param>
    public static Output<string> Json(StackContext context, IReadOnlyDictionary<string, Output<string>> dataSets)
    {
        var names = dataSets.Keys.Order(StringComparer.Ordinal).ToArray();
        return Output.Tuple(context.AccountId, Output.All(names.Select(name => dataSets[name]))).Apply(known => Text(context, known.Item1, names.Zip(known.Item2).ToImmutableDictionary(pair => pair.First, pair => pair.Second)));
    }

    private static string Text(StackContext context, string account, ImmutableDictionary<string, string> dataSets)
    {
        var resources = new JsonObject();
        foreach (var sheet in DashboardSheets.All)
        {
            resources.Add(string.Concat(sheet.Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])), new JsonObject
            {
                ["Type"] = "AWS::QuickSight::Dashboard",
                ["Properties"] = new JsonObject
                {
                    ["AwsAccountId"] = account,
                    ["DashboardId"] = Id(context, sheet),
                    ["Name"] = $"{sheet.Title} ({context.Stack})",
                    ["Definition"] = sheet.Definition(dataSets),
                    ["Permissions"] = new JsonArray([.. context.Settings.Dashboards.Viewers.Select(viewer => (JsonNode)Permission(viewer))]),
                },
            });
        }

        return new JsonObject { ["AWSTemplateFormatVersion"] = "2010-09-09", ["Description"] = $"Dashboards of stack {context.Stack} of {StackContext.Project}", ["Resources"] = resources }.ToJsonString(_readable);
    }

    private static JsonObject Permission(string principal) => new() { ["Principal"] = principal, ["Actions"] = new JsonArray([.. _read.Select(action => (JsonNode)action)]) };
}
