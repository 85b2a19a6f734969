using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Gives an output property of a resource its value, once the resource is registered.</summary>
internal abstract class OutputSource
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The type of the output's value.</summary>
    public abstract Type Type { get; }

    /// <summary>Makes the outputs that a resource declares and assigns them to its properties.</summary>
    /// <exception cref="RunException">A property marked as output is not an output.</exception>
    public static ImmutableDictionary<string, OutputSource> Attach(Resource resource, bool onlyOwn)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, OutputSource>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute
                // A local component assigns its outputs itself.
                || (onlyOwn && property.DeclaringType != typeof(Resource)))
            {
                continue;
            }

            var fullName = $"[Output] {resource.GetType().FullName}.{property.Name}";
            if (!Shapes.Is(property.PropertyType, typeof(Output<>)))
            {
                throw RunException.OutputsHaveIncorrectType([attribute.Name!]);
            }

            // A private setter is seen only on the class that declares it.
            var setter = property.DeclaringType!.GetProperty(property.Name, Declared)!.GetSetMethod(nonPublic: true)
                ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
            var type = property.PropertyType.GenericTypeArguments[0];
            OutputTypes.Check(fullName, type);
            var source = (OutputSource)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type), resource)!;
            setter.Invoke(resource, [source.Output]);
            sources.Add(attribute.Name ?? property.Name, source);
        }

        return sources.ToImmutable();
    }

    /// <summary>Gives the value.</summary>
    public abstract void Set(OutputData<object?> data);

    /// <summary>Gives no value, unless one was given.</summary>
    public abstract void TrySetNothing(bool isKnown);

    /// <summary>Fails, unless a value was given.</summary>
    public abstract void TryFail(Exception exception);

    private protected abstract IOutput Output { get; }

    private sealed class Of<T> : OutputSource
    {
        private readonly Resource _resource;
        private readonly TaskCompletionSource<OutputData<T>> _data = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Of(Resource resource)
        {
            _resource = resource;
            Output = new Output<T>(_data.Task);
        }

        public override Type Type => typeof(T);

        private protected override IOutput Output { get; }

        public override void Set(OutputData<object?> data)
            => _data.SetResult(data.Replace(data.Value is null ? default! : (T)data.Value).DependingOn([_resource]));

        public override void TrySetNothing(bool isKnown)
            => _data.TrySetResult(new OutputData<T>([_resource], default!, isKnown, isSecret: false));

        public override void TryFail(Exception exception) => _data.TrySetException(exception);
    }
}
