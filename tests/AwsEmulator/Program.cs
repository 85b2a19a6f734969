using Recommender.AwsEmulator;

if (CommandLine.Read(args, Console.Error) is not { } options)
{
    return 2;
}

await using var server = await AwsEmulatorServer.StartAsync(options, CancellationToken.None);
Console.WriteLine($"AWS is emulated at {server.Address}; files lie in {server.Folder}");
await server.WaitAsync(CancellationToken.None);
return 0;
