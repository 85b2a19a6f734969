using Recommender.AwsEmulator;

if (CommandLine.Read(args, Console.Error) is not { } options)
{
    return 2;
}

await using var server = await AwsEmulatorServer.StartAsync(options, CancellationToken.None);
var stack = EmulatorStack.Create(server, options.Stack, []);
Console.WriteLine($"AWS is emulated at {server.Address}; files lie in {server.Folder}; the lake {stack.Lake} has buckets, databases and a workgroup, and no tables");
await server.WaitAsync(CancellationToken.None);
return 0;
