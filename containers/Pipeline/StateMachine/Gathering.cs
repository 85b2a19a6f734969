using System.Text.Json.Nodes;

namespace Recommender.Pipeline.StateMachine;

/// <summary>
/// What comes of branches that ran at once. A branch that fails ends with its failure as its output, so that the others can
/// finish what they began: a table that was built needs not be built again.
/// </summary>
internal static class Gathering
{
    /// <summary>Where the branches' failures lie when all have ended.</summary>
    public const string Where = "$.gathered";

    /// <summary>The ResultSelector that keeps the failures alone.</summary>
    public static JsonObject Failures() => new JsonObject().With("failures", AslText.Path("$[?(@.error)]"));

    /// <summary>Adds to a state with branches where it leads when it breaks for a reason that is no step's.</summary>
    public static JsonObject Guarded(this JsonObject state, Exits exits)
    {
        if (exits.Fault is not null)
        {
            state.Add("Catch", new JsonArray(Asl.Catcher("States.ALL", "$.fault", exits.Fault)));
        }

        return state;
    }

    /// <summary>The last state of a branch that failed.</summary>
    public static JsonObject Failed() => new JsonObject { ["Type"] = "Pass", ["InputPath"] = Failure.Where }.Then(null);

    /// <summary>Adds the state that asks whether any failed, and what it leads to.</summary>
    /// <param name="states">Takes them.</param>
    /// <param name="name">The name of the question.</param>
    /// <param name="exits">Where the answers lead.</param>
    public static void Check(JsonObject states, string name, Exits exits)
    {
        var (no, yes) = ($"{name} no", $"{name} yes");
        states.State(name, new JsonObject
        {
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray(new JsonObject { ["Variable"] = $"{Where}.failures[0]", ["IsPresent"] = true }.Then(no)),
            ["Default"] = exits.Next ?? yes,
        });
        states.State(no, new JsonObject { ["Type"] = "Pass", ["InputPath"] = $"{Where}.failures[0]", ["ResultPath"] = Failure.Where }.Then(exits.Failed));
        if (exits.Next is null)
        {
            states.State(yes, new JsonObject { ["Type"] = "Succeed" });
        }
    }
}
