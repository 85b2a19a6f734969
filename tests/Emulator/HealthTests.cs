namespace Recommender.Emulator.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_emulator_answers_at_its_address_and_takes_its_folder_with_it()
    {
        string folder;
        await using (var server = await AwsEmulator.AwsEmulatorServer.StartAsync(new(), TestContext.Current.CancellationToken))
        {
            folder = server.Folder;
            using var client = new HttpClient();
            Assert.Contains("\"ok\"", await client.GetStringAsync(new Uri(server.Address, "_emulator/health"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(folder));
    }
}
