using Pulumi;

namespace Recommender.Infra.Tests.Harness;

/// <summary>The stack of the tests: the program's options and wiring, and the recorder after the program's own transformations.</summary>
internal sealed class WiredStack : Stack
{
    // The SDK makes the stack itself, without arguments; runs are one after another.
    private static readonly AsyncLocal<Run?> _current = new();

    /// <summary>Wires the stack of the current run.</summary>
    public WiredStack()
        : base(Options(_current.Value!)) => _current.Value!.Made = _current.Value.Wire();

    /// <summary>Says what the next stack is made of.</summary>
    /// <param name="wire">Makes the resources and gives the outputs.</param>
    /// <param name="recorder">Sees every resource.</param>
    public static Run Next(Func<IDictionary<string, object?>> wire, OptionsRecorder recorder) => _current.Value = new(wire, recorder);

    private static StackOptions Options(Run run)
    {
        var options = Program.Options();
        options.ResourceTransformations.Add(run.Recorder.Record);
        return options;
    }

    /// <summary>One run.</summary>
    /// <param name="wire">Makes the resources and gives the outputs.</param>
    /// <param name="recorder">Sees every resource.</param>
    public sealed class Run(Func<IDictionary<string, object?>> wire, OptionsRecorder recorder)
    {
        /// <summary>Makes the resources and gives the outputs.</summary>
        public Func<IDictionary<string, object?>> Wire { get; } = wire;

        /// <summary>Sees every resource.</summary>
        public OptionsRecorder Recorder { get; } = recorder;

        /// <summary>The stack's outputs, once it is wired.</summary>
        public IDictionary<string, object?> Made { get; set; } = new Dictionary<string, object?>();
    }
}
