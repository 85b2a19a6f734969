using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;

namespace Recommender.Emulator.Tests.S3.Model;

/// <summary>Holds requests and answers of S3 against the model: the names and values of headers, parameters and elements.</summary>
internal sealed class S3ModelCheck(S3Model model)
{
    private static readonly HashSet<string> _ofEveryRequest = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-amz-date", "x-amz-content-sha256", "x-amz-security-token", "x-amz-decoded-content-length", "x-amz-trailer", "x-amz-user-agent", "x-amz-te", "x-amz-api-version",
    };

    private static readonly HashSet<string> _ofEveryAnswer = new(StringComparer.OrdinalIgnoreCase) { "x-amz-request-id", "x-amz-id-2", "Content-Type" };

    /// <summary>What is wrong with an exchange.</summary>
    public IEnumerable<string> Check(LoggedRequest exchange)
    {
        if (!model.Knows(exchange.Operation))
        {
            return [$"{exchange.Operation}: there is no such operation"];
        }

        var faults = CheckRequest(exchange);
        if (exchange.Status is >= 200 and < 300)
        {
            faults = faults.Concat(CheckAnswer(exchange));
        }
        else if (exchange.Status >= 400)
        {
            faults = faults.Concat(CheckError(exchange));
        }

        return faults.Select(fault => $"{exchange.Operation}: {fault}");
    }

    private IEnumerable<string> CheckRequest(LoggedRequest exchange)
    {
        var input = model.Input(exchange.Operation);
        var members = S3Model.Members(input).ToList();
        var fixedNames = model.FixedQuery(exchange.Operation).Split('&').Select(pair => pair.Split('=')[0]);
        var query = members.Where(member => S3Model.LocationOf(member) == "querystring").Select(S3Model.NameOf).Concat(fixedNames).ToHashSet();
        var sent = exchange.Target.Split('?').ElementAtOrDefault(1) ?? "";
        foreach (var name in sent.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]))
        {
            if (!query.Contains(name) && !S3Model.IsNewer(name) && !name.StartsWith("X-Amz-", StringComparison.Ordinal))
            {
                yield return $"the parameter {name} is unknown";
            }
        }

        foreach (var fault in CheckHeaders(exchange.RequestHeaders.Where(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)), members, _ofEveryRequest))
        {
            yield return fault;
        }

        if (exchange.RequestBody.Length > 0 && exchange.Status < 400 && (string?)input?["payload"] is { } payload)
        {
            foreach (var fault in CheckElement(XElement.Parse(exchange.RequestBody), model.Shape(input["members"]![payload])!))
            {
                yield return $"in the request {fault}";
            }
        }
    }

    private IEnumerable<string> CheckAnswer(LoggedRequest exchange)
    {
        var output = model.Output(exchange.Operation);
        var members = S3Model.Members(output).ToList();
        var faults = CheckHeaders(exchange.ResponseHeaders, members, _ofEveryAnswer);
        if (exchange.ResponseBody.Length == 0)
        {
            return faults;
        }

        var root = XElement.Parse(exchange.ResponseBody);
        // GetBucketLocation's one member is its root itself.
        return faults.Concat(
            exchange.Operation is "GetBucketLocation" ? CheckElement(new("Output", new XElement(root.Name.LocalName, root.Value)), output!)
            : (string?)output?["payload"] is { } payload ? CheckElement(root, model.Shape(output["members"]![payload])!)
            : CheckElement(root, output!));
    }

    private static IEnumerable<string> CheckError(LoggedRequest exchange)
    {
        if (exchange.ResponseBody.Length == 0)
        {
            return [];
        }

        var root = XElement.Parse(exchange.ResponseBody);
        return root.Name != "Error" ? [$"the error's root is {root.Name}"]
            : new[] { "Code", "Message", "RequestId", "HostId" }.Where(name => string.IsNullOrEmpty(root.Element(name)?.Value)).Select(name => $"the error has no {name}");
    }

    private IEnumerable<string> CheckHeaders(IEnumerable<KeyValuePair<string, string>> headers, List<KeyValuePair<string, JsonObject>> members, HashSet<string> ofEvery)
    {
        foreach (var (name, value) in headers.Where(header => !ofEvery.Contains(header.Key)))
        {
            var known = members.FirstOrDefault(member => S3Model.LocationOf(member) is "header" && S3Model.NameOf(member).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (known.Key is not null)
            {
                if (Wrong(value, model.Shape(known.Value)!, ofHeader: true) is { } wrong && !S3Model.IsNewer(name))
                {
                    yield return $"the header {name} is '{value}', {wrong}";
                }
            }
            else if (!S3Model.IsNewer(name) && !members.Any(member => S3Model.LocationOf(member) is "headers" && name.StartsWith(S3Model.NameOf(member), StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"the header {name} is unknown";
            }
        }
    }

    private IEnumerable<string> CheckElement(XElement element, JsonObject shape)
    {
        var type = (string)shape["type"]!;
        if (type is not "structure" and not "list")
        {
            return element.HasElements ? [$"{element.Name.LocalName} has elements"]
                : Wrong(element.Value, shape, ofHeader: false) is { } wrong && !S3Model.IsNewer(element.Name.LocalName) ? [$"{element.Name.LocalName} is '{element.Value}', {wrong}"]
                : [];
        }

        if (type is "list")
        {
            var name = (string?)shape["member"]!["locationName"] ?? "member";
            return element.Elements().SelectMany(child => child.Name.LocalName == name ? CheckElement(child, model.Shape(shape["member"])!) : [$"{child.Name.LocalName} in {element.Name.LocalName} is unknown"]);
        }

        var members = S3Model.Members(shape).Where(member => S3Model.LocationOf(member) is null).ToDictionary(S3Model.NameOf, member => member.Value);
        return element.Elements().SelectMany(child => members.TryGetValue(child.Name.LocalName, out var member) ? CheckMember(child, member)
            : S3Model.IsNewer(child.Name.LocalName) || S3Model.IsNewer($"{element.Name.LocalName}/{child.Name.LocalName}") ? []
            : [$"{child.Name.LocalName} in {element.Name.LocalName} is unknown"]);
    }

    // A flattened list's items stand where the list would.
    private IEnumerable<string> CheckMember(XElement child, JsonObject member)
    {
        var shape = model.Shape(member)!;
        return CheckElement(child, (bool?)shape["flattened"] is true ? model.Shape(shape["member"])! : shape);
    }

    private static string? Wrong(string value, JsonObject shape, bool ofHeader) => (string)shape["type"]! switch
    {
        "integer" or "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : "no whole number",
        "boolean" => value is "true" or "false" ? null : "neither true nor false",
        "timestamp" => DateTimeOffset.TryParseExact(value, ofHeader ? "R" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? null : "no time in the form of its place",
        "string" when shape["enum"] is JsonArray values => values.Any(allowed => (string)allowed! == value) ? null : "none of the values that there are",
        _ => null,
    };
}
