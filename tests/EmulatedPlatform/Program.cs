using System.Globalization;
using Recommender.AwsEmulator;
using Recommender.Pipeline.Graph;

// Emulates AWS with a stack in it as `pulumi up` has just made it, for compose.yaml and the images' tests.
//   Recommender.EmulatedPlatform PORT            listens on every address of the machine until it is told to stop
//   Recommender.EmulatedPlatform PORT --health   ends with 0 where one listens there
if (args.Length is not (1 or 2) || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue || args[1..] is not ([] or ["--health"]))
{
    Console.Error.WriteLine("usage: Recommender.EmulatedPlatform PORT [--health]");
    return 2;
}

if (args.Length == 2)
{
    using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
    try
    {
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/_emulator/health"));
        return answer.IsSuccessStatusCode ? 0 : 1;
    }
    catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
}

await using var server = await AwsEmulatorServer.StartAsync(new EmulatorOptions { Host = "0.0.0.0", Port = port }, CancellationToken.None);
var stack = EmulatorStack.Create(server, server.Options.Stack, GroceryPipeline.Tables);
Console.WriteLine($"AWS is emulated at {server.Address}, with the lake {stack.Lake}");
await server.WaitAsync(CancellationToken.None);
return 0;
