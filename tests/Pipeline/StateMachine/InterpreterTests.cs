using System.Text.Json.Nodes;
using Recommender.Tests.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

/// <summary>The interpreter itself, against what the language's specification says.</summary>
public sealed class InterpreterTests
{
    [Theory]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Retry":[]}}}""", "'Retry' is not known")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Colour":"red"}}}""", "'Colour' is not known")]
    [InlineData("""{"StartAt":"A","Speed":1,"States":{"A":{"Type":"Pass","End":true}}}""", "'Speed' is not known")]
    [InlineData("""{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "not JSONPath")]
    [InlineData("""{"StartAt":"B","States":{"A":{"Type":"Pass","End":true}}}""", "starts at 'B'")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}}""", "leads to 'B', which is not there")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}""", "has no end")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass"}}}""", "not one of Next and End")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A","End":true}}}""", "not one of Next and End")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true},"B":{"Type":"Succeed"}}}""", "nothing leads to B")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","End":true},"A":{"Type":"Succeed"}}}""", "no JSON object")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Jump","End":true}}}""", "no type of state")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","End":true}}}""", "no Resource")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","TimeoutSeconds":0,"End":true}}}""", "'TimeoutSeconds' is no whole number")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Wait","End":true}}}""", "not one of Seconds and SecondsPath")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[]}}}""", "no Choices")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsPresent":true}]}}}""", "leads nowhere")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsFun":true,"Next":"B"}]},"B":{"Type":"Succeed"}}}""", "'IsFun' is no comparison")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":"2","Next":"B"}]},"B":{"Type":"Succeed"}}}""", "'NumericEquals' cannot be")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"$.a..b"},"End":true}}}""", "is not a path")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"a"},"End":true}}}""", "no intrinsic function")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"States.Shout('a')"},"End":true}}}""", "no intrinsic function")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"States.Array('a'"},"End":true}}}""", "closing parenthesis")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":"$.a","x":1},"End":true}}}""", "both 'x.$' and 'x'")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","ResultPath":"$.a[0]","End":true}}}""", "not of fields alone")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$.a[*]","End":true}}}""", "may lead to many places")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true,"Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"},{"ErrorEquals":["x"],"Next":"B"}]},"B":{"Type":"Succeed"}}}""", "States.ALL stands alone, in the last entry")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true,"Retry":[{"ErrorEquals":["States.ALL","x"]}]}}}""", "States.ALL stands alone")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true,"Retry":[{"ErrorEquals":["States.Tired"]}]}}}""", "no error of the language")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true,"Retry":[{"ErrorEquals":["x"],"BackoffRate":0.5}]}}}""", "BackoffRate is below 1")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"x","End":true,"Retry":[{"ErrorEquals":["x"],"IntervalSeconds":9,"MaxDelaySeconds":9}]}}}""", "'MaxDelaySeconds' is no whole number from 10")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}]}}}""", "two states are called 'A'")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"},"StartAt":"B","States":{"B":{"Type":"Succeed"}}}}}}""", "inline Map states only")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"x","ErrorPath":"$.x"}}}""", "a field and its path")]
    public void A_definition_that_breaks_a_rule_is_refused(string definition, string fault) =>
        Assert.Contains(fault, Assert.Throws<AslRuleException>(() => AslDefinition.Parse(definition)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_may_have_80_characters()
    {
        static string Machine(string name) => $$$$"""{"StartAt":"{{{{name}}}}","States":{"{{{{name}}}}":{"Type":"Succeed"}}}""";
        AslDefinition.Parse(Machine(new string('a', 80)));
        Assert.Throws<AslRuleException>(() => AslDefinition.Parse(Machine(new string('a', 81))));
    }

    // The examples of the specification, where it has one.
    [Theory]
    [InlineData("States.Format('Your name is {}, we are in the year {}', $.name, 2020)", "\"Your name is Foo, we are in the year 2020\"")]
    [InlineData("States.Format('{}', $.flag)", "\"true\"")]
    [InlineData(@"States.Format('\{{}\} it\'s \\', 'a')", @"""{a} it's \\""")]
    [InlineData("States.StringToJson($.text)", "{\"number\":20}")]
    [InlineData("States.JsonToString($.list)", "\"[1,2,3]\"")]
    [InlineData("States.Array('Foo', 2020, $.list, null)", "[\"Foo\",2020,[1,2,3],null]")]
    [InlineData("States.ArrayRange(1, 9, 2)", "[1,3,5,7,9]")]
    [InlineData("States.ArrayRange(0, 0, 1)", "[0]")]
    [InlineData("States.Hash('input data', 'SHA-256')", "\"b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3\"")]
    [InlineData("States.MathAdd($.number, -1)", "110")]
    [InlineData("$.list[1]", "2")]
    [InlineData("$.people[?(@.age)]", "[{\"name\":\"B\",\"age\":7}]")]
    [InlineData("$.people[?(@.name == 'A')].name", "[\"A\"]")]
    [InlineData("$.people[?(@.name == 'C')].age", "[]")]
    [InlineData("$.people[*].age", "[7]")]
    [InlineData("$$.Execution.Name", "\"e\"")]
    public void Expressions_are_evaluated(string expression, string expected)
    {
        var result = Run(Pass(expression), """{"name":"Foo","flag":true,"text":"{\"number\":20}","list":[1,2,3],"number":111,"people":[{"name":"A"},{"name":"B","age":7}]}""");
        Assert.Equal(AslStatus.Succeeded, result.Status);
        Assert.Equal(expected, IntrinsicFunctions.Text(result.Output!["x"]));
    }

    [Theory]
    [InlineData("States.Format('{} {}', 1)", "States.IntrinsicFailure")]
    [InlineData("States.Format('{}', $.list)", "States.IntrinsicFailure")]
    [InlineData("States.StringToJson('{')", "States.IntrinsicFailure")]
    [InlineData("States.ArrayRange(0, 1000, 1)", "States.IntrinsicFailure")]
    [InlineData("States.MathAdd('1', 2)", "States.IntrinsicFailure")]
    [InlineData("States.MathRandom(5, 5)", "States.IntrinsicFailure")]
    [InlineData("$.nowhere", "States.ParameterPathFailure")]
    [InlineData("$.list[9]", "States.ParameterPathFailure")]
    public void An_expression_that_cannot_be_evaluated_is_an_error(string expression, string error) =>
        Assert.Equal((AslStatus.Failed, error), (Run(Pass(expression), """{"list":[1]}""").Status, Run(Pass(expression), """{"list":[1]}""").Error));

    [Theory]
    [InlineData("\"ResultPath\":null", """{"a":1}""")]
    [InlineData("\"ResultPath\":\"$\"", """{"b":2}""")]
    [InlineData("\"ResultPath\":\"$.x.y\"", """{"a":1,"x":{"y":{"b":2}}}""")]
    [InlineData("\"ResultPath\":\"$.x\",\"OutputPath\":\"$.x.b\"", "2")]
    [InlineData("\"OutputPath\":null", "{}")]
    public void Results_are_placed(string fields, string expected) =>
        Assert.Equal(expected, IntrinsicFunctions.Text(Run($$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"b":2},{{{{fields}}}},"End":true}}}""", """{"a":1}""").Output));

    [Theory]
    [InlineData("""{"Variable":"$.n","NumericEquals":2}""", true)]
    [InlineData("""{"Variable":"$.n","NumericLessThan":2}""", false)]
    [InlineData("""{"Variable":"$.s","StringMatches":"*b\\*"}""", true)]
    [InlineData("""{"Variable":"$.s","StringMatches":"a"}""", false)]
    [InlineData("""{"Variable":"$.s","IsString":false}""", false)]
    [InlineData("""{"Variable":"$.none","IsPresent":false}""", true)]
    [InlineData("""{"And":[{"Variable":"$.none","IsPresent":true},{"Variable":"$.none","NumericEquals":2}]}""", false)]
    [InlineData("""{"Or":[{"Variable":"$.s","StringEquals":"x"},{"Not":{"Variable":"$.s","StringEquals":"x"}}]}""", true)]
    public void Choices_are_made(string rule, bool expected)
    {
        var top = JsonNode.Parse(rule)!.AsObject();
        top["Next"] = "Yes";
        var machine = $$$$"""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{{{{top.ToJsonString()}}}}],"Default":"No"},"Yes":{"Type":"Succeed"},"No":{"Type":"Succeed"}}}""";
        Assert.Equal(expected ? "Yes" : "No", Run(machine, """{"n":2,"s":"ab*"}""").Entered.Last());
    }

    [Fact]
    public void A_choice_without_its_variable_or_without_a_way_out_is_an_error()
    {
        const string Machine = """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericEquals":1,"Next":"B"}]},"B":{"Type":"Succeed"}}}""";
        Assert.Equal("States.Runtime", Run(Machine, "{}").Error);
        Assert.Equal("States.NoChoiceMatched", Run(Machine, """{"n":2}""").Error);
    }

    [Fact]
    public void A_branch_that_fails_stops_the_others_and_is_the_states_error()
    {
        var time = new VirtualTime();
        var began = time.Now;
        var machine = """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","Next":"Z","Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.f","Next":"Z"}],"Branches":[
              {"StartAt":"Long","States":{"Long":{"Type":"Wait","Seconds":100,"Next":"After"},"After":{"Type":"Succeed"}}},
              {"StartAt":"Short","States":{"Short":{"Type":"Wait","Seconds":10,"Next":"Bad"},"Bad":{"Type":"Fail","Error":"E","Cause":"C"}}}]},"Z":{"Type":"Succeed"}}}
            """;
        var result = new AslInterpreter(AslDefinition.Parse(machine), new ScriptedAws(time), time).Execute("e", new JsonObject());
        Assert.Equal("""{"f":{"Error":"E","Cause":"C"}}""", result.Output!.ToJsonString());
        Assert.DoesNotContain("After", result.Entered);
        Assert.Equal(TimeSpan.FromSeconds(10), time.Now - began);
    }

    [Fact]
    public void A_map_runs_so_many_items_at_once_and_keeps_their_order()
    {
        var time = new VirtualTime();
        var began = time.Now;
        var machine = """
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"End":true,
              "ItemSelector":{"at.$":"$$.Map.Item.Index","seconds.$":"$$.Map.Item.Value"},
              "ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","SecondsPath":"$.seconds","End":true}}}}}}
            """;
        var result = new AslInterpreter(AslDefinition.Parse(machine), new ScriptedAws(time), time).Execute("e", JsonNode.Parse("""{"items":[30,10,20]}"""));
        Assert.Equal("""[{"at":0,"seconds":30},{"at":1,"seconds":10},{"at":2,"seconds":20}]""", result.Output!.ToJsonString());
        Assert.Equal(TimeSpan.FromSeconds(30), time.Now - began);
    }

    private static string Pass(string expression) =>
        $$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"x.$":{{{{JsonValue.Create(expression).ToJsonString()}}}}},"End":true}}}""";

    private static AslExecution Run(string machine, string input)
    {
        var time = new VirtualTime();
        return new AslInterpreter(AslDefinition.Parse(machine), new ScriptedAws(time), time).Execute("e", JsonNode.Parse(input));
    }
}
