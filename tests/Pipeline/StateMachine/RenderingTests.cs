using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.StateMachine;

public sealed class RenderingTests
{
    [Fact]
    public void The_rendered_machine_is_as_reviewed() =>
        Golden.Verify("state-machine", StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets) + "\n", "json");
}
