using Pulumi;
using Recommender.Infra.Components;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Querying;

/// <summary>Athena for the pipeline, for analysts and for dashboards, each with a workgroup of its own.</summary>
public sealed class Query : PlatformComponent
{
    /// <summary>Makes the workgroups, the analysts' named queries and their role.</summary>
    public Query(string name, QueryArgs args, ComponentResourceOptions? options = null)
        : base("Query", name, args, options)
    {
        Jobs = Workgroup("jobs", "Queries of the pipeline", args, Context.Settings.Query.JobsCutoffGiB);
        Analysts = Workgroup("analysts", "Queries of people", args, Context.Settings.Query.AnalystsCutoffGiB);
        Dashboards = Workgroup("dashboards", "Queries of dashboards", args, Context.Settings.Query.DashboardsCutoffGiB);

        foreach (var question in Question.All)
        {
            _ = new Aws.Athena.NamedQuery(Child($"question-{question.Name}"), new()
            {
                Name = question.Name,
                Description = question.Description,
                Database = args.Catalog.Databases[Zone.Curated],
                Query = question.For(Context),
                Workgroup = Analysts.Name,
            }, Owned());
        }

        AnalystRoleArn = AnalystRole(args);
        RegisterOutputs();
    }

    /// <summary>The pipeline's workgroup.</summary>
    public QueryWorkgroup Jobs { get; }

    /// <summary>The analysts' workgroup.</summary>
    public QueryWorkgroup Analysts { get; }

    /// <summary>The dashboards' workgroup.</summary>
    public QueryWorkgroup Dashboards { get; }

    /// <summary>ARN of the role that analysts assume.</summary>
    public Output<string> AnalystRoleArn { get; }

    private QueryWorkgroup Workgroup(string thing, string description, QueryArgs args, double cutoff) => new(Child(thing), new()
    {
        Context = Context,
        Thing = thing,
        Description = description,
        Lake = args.Lake,
        CutoffGiB = cutoff,
    }, new ComponentResourceOptions { Parent = this });

    private Output<string> AnalystRole(QueryArgs args)
    {
        var role = new Aws.Iam.Role(Child("analyst"), new()
        {
            Name = Context.Name("analyst"),
            Description = "Queries the curated and published zones",
            AssumeRolePolicy = AnalystPolicies.Trust(Context),
        }, Owned());
        _ = new Aws.Iam.RolePolicy(Child("analyst-policy"), new() { Name = "query", Role = role.Name, Policy = AnalystPolicies.Of(Context, args, Analysts) }, Owned());
        return role.Arn;
    }
}
