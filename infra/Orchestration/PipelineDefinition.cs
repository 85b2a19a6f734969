using Pulumi;
using Recommender.Pipeline.StateMachine;

namespace Recommender.Infra.Orchestration;

/// <summary>Renders the machine's text once the resources it names are known.</summary>
internal static class PipelineDefinition
{
    /// <summary>The text: the guard against a second run, then the graph.</summary>
    /// <param name="args">The pipeline's parts.</param>
    /// <param name="machineArn">The machine that the text is for.</param>
    public static Output<string> Render(PipelineArgs args, Output<string> machineArn)
    {
        var kinds = args.Jobs.Keys.Order().ToArray();
        var tasks = Output.All(kinds.Select(kind => args.Jobs[kind].TaskDefinitionArn));
        Input<string> delivery = Delivery(args);
        var place = Output.Tuple(args.ClusterArn, args.SecurityGroupId, args.Lake, delivery, args.AlertTopicArn);
        return Output.Tuple(place, tasks, args.SubnetIds, machineArn).Apply(known =>
        {
            var ((cluster, group, lake, source, topic), definitions, subnets, machine) = known;
            var settings = args.Context.Settings.Pipeline;
            var rendered = StateMachineRenderer.Render(args.Graph, new StateMachineTargets
            {
                ClusterArn = cluster,
                Jobs = kinds.Zip(definitions).ToDictionary(
                    pair => pair.First,
                    pair => new JobTarget(pair.Second, args.Jobs[pair.First].ContainerName, settings.TaskTimeoutMinutes * 60)),
                SubnetIds = subnets,
                SecurityGroupIds = [group],
                AlertTopicArn = topic,
                Lake = lake,
                Source = source,
                Shards = settings.ScoringShards,
                Attempts = settings.Attempts,
                TimeoutSeconds = settings.TimeoutHours * 60 * 60,
            });
            return SingleRun.Guard(rendered, machine);
        });
    }

    /// <summary>Where deliveries arrive, as the program's <c>--source</c> takes it.</summary>
    public static Output<string> Delivery(PipelineArgs args) => Output.Format($"s3://{args.RawBucketName}/{args.Context.Settings.Pipeline.Deliveries}");
}
