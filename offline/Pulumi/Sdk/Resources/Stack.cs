using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources. A derived class makes them in its constructor and marks its outputs.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack.</summary>
    public Stack(StackOptions? options = null)
        : base(
            RootType,
            $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}",
            options is null ? null : new ComponentResourceOptions { ResourceTransformations = options.ResourceTransformations })
        => DeploymentRun.Current.Stack = this;

    /// <summary>What the stack tells its users.</summary>
    internal Output<IDictionary<string, object?>> StackOutputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Takes the marked properties of the derived class as the stack's outputs.</summary>
    /// <exception cref="RunException">A marked property has no value, or is not an output.</exception>
    internal void RegisterMarkedOutputs()
    {
        var outputs =
            (from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
             let attribute = property.GetCustomAttribute<OutputAttribute>()
             where attribute is not null && property.DeclaringType?.IsAssignableFrom(typeof(Stack)) != true
             select (Name: attribute.Name ?? property.Name, Value: property.GetValue(this))).ToList();

        var missing = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", missing)}' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        var strange = outputs.Where(output => output.Value is not IOutput).Select(output => output.Name).ToList();
        if (strange.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(strange);
        }

        StackOutputs = Output.Create<IDictionary<string, object?>>(outputs.ToDictionary());
        RegisterOutputs(StackOutputs);
    }
}
