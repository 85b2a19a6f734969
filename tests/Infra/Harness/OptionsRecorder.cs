using System.Collections.Concurrent;
using System.Reflection;
using Pulumi;

namespace Recommender.Infra.Tests.Harness;

/// <summary>A transformation that changes nothing and keeps what mocks do not see: options, and which inputs were given.</summary>
internal sealed class OptionsRecorder
{
    private readonly ConcurrentQueue<RecordedResource> _recorded = new();

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyCollection<RecordedResource> Recorded => _recorded;

    /// <summary>The transformation.</summary>
    public ResourceTransformationResult? Record(ResourceTransformationArgs resource)
    {
        _recorded.Enqueue(new(resource.Resource, resource.Options, resource.Args?.GetType().GetProperty("Tags") is not null, [.. Given(resource.Args)]));
        return null;
    }

    // Read as the SDK reads them: [Input] is on a property, or on the field behind a list or map, which is null where nothing was given.
    private static IEnumerable<string> Given(ResourceArgs? args)
    {
        const BindingFlags Instance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        if (args is null)
        {
            yield break;
        }

        IEnumerable<MemberInfo> members = [.. args.GetType().GetFields(Instance), .. args.GetType().GetProperties(Instance)];
        foreach (var member in members)
        {
            var input = member.CustomAttributes.SingleOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute));
            if (input is not null && (member is FieldInfo field ? field.GetValue(args) : ((PropertyInfo)member).GetValue(args)) is not null)
            {
                yield return (string)input.ConstructorArguments[0].Value!;
            }
        }
    }
}
