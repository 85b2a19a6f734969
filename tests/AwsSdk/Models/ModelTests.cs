using System.Reflection;
using Amazon.Athena;
using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.Glue;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Recommender.AwsSdk.Tests.Harness;

namespace Recommender.AwsSdk.Tests.Models;

/// <summary>Nothing is declared here that the service does not have: code that compiles here compiles with the packages.</summary>
public sealed class ModelTests
{
    // Named in the packages after what they hold, not after the model's type.
    private static readonly HashSet<string> _millisecondTimes =
    [
        "OutputLogEvent.Timestamp", "OutputLogEvent.IngestionTime", "GetLogEventsRequest.StartTime", "GetLogEventsRequest.EndTime",
        "LogStream.CreationTime", "LogStream.FirstEventTimestamp", "LogStream.LastEventTimestamp", "LogStream.LastIngestionTime",
    ];

    public static TheoryData<string, Type> Services { get; } = new()
    {
        { "Athena", typeof(AmazonAthenaClient) },
        { "CloudWatchLogs", typeof(AmazonCloudWatchLogsClient) },
        { "ECS", typeof(AmazonECSClient) },
        { "Glue", typeof(AmazonGlueClient) },
        { "StepFunctions", typeof(AmazonStepFunctionsClient) },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_class_and_member_is_in_the_services_model(string service, Type client)
    {
        StandIns.Require();
        var faults = new List<string>();
        foreach (var type in Shapes(service, client))
        {
            if (!KnownMembers.HasShape(service, type.Name))
            {
                faults.Add($"{type.Name} is no shape of {service}");
                continue;
            }

            foreach (var member in Members(type))
            {
                var expected = KnownMembers.TypeOf(service, type.Name, member.Name);
                var actual = Wire(member.PropertyType);
                if (expected is null || (expected != actual && !(expected == "long" && _millisecondTimes.Contains($"{type.Name}.{member.Name}"))))
                {
                    faults.Add($"{type.Name}.{member.Name} is {actual}, in the model {expected ?? "nothing"}");
                }
            }
        }

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_value_can_be_left_out_and_a_collection_begins_as_null(string service, Type client)
    {
        StandIns.Require();
        foreach (var type in Shapes(service, client).Where(type => !typeof(Exception).IsAssignableFrom(type)))
        {
            var instance = Activator.CreateInstance(type);
            Assert.All(Members(type), member => Assert.Null(member.GetValue(instance)));
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_has_its_request_and_response(string service, Type client)
    {
        StandIns.Require();
        var operations = client.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation =>
        {
            var name = operation.Name[..^"Async".Length];
            Assert.True(KnownMembers.HasShape(service, name + "Request"), name);
            Assert.Equal(name + "Request", operation.GetParameters()[0].ParameterType.Name);
            Assert.Equal(name + "Response", operation.ReturnType.GetGenericArguments()[0].Name);
        });
    }

    private static IEnumerable<Type> Shapes(string service, Type client) =>
        client.Assembly.GetTypes().Where(type => type.IsPublic && type.Namespace == $"Amazon.{service}.Model" && type.Name != $"Amazon{service}Request");

    private static PropertyInfo[] Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static string Wire(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return $"list<{Wire(type.GetGenericArguments()[0])}>";
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return $"map<{Wire(type.GetGenericArguments()[0])},{Wire(type.GetGenericArguments()[1])}>";
        }

        return type switch
        {
            _ when type == typeof(string) || typeof(ConstantClass).IsAssignableFrom(type) => "string",
            _ when type == typeof(int?) => "integer",
            _ when type == typeof(long?) => "long",
            _ when type == typeof(bool?) => "boolean",
            _ when type == typeof(DateTime?) => "timestamp",
            _ => type.Name,
        };
    }
}
