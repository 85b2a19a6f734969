using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;
using Recommender.AwsEmulator.S3;

namespace Recommender.AwsEmulator;

/// <summary>AWS on one port of this machine, as far as the product uses it: S3 in path style, STS and the JSON services.</summary>
public sealed class AwsEmulatorServer : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly WebApplication _application;
    private readonly bool _ownsFolder;

    private AwsEmulatorServer(EmulatorState state, WebApplication application, RequestLog log, IReadOnlyList<IJsonService> services, bool ownsFolder)
    {
        (_state, _application, _ownsFolder) = (state, application, ownsFolder);
        (Log, Services) = (log, services);
    }

    /// <summary>Where it listens, such as http://127.0.0.1:40123/: the value of AWS_ENDPOINT_URL.</summary>
    public Uri Address => _state.Address;

    /// <summary>The folder of its files.</summary>
    public string Folder => _state.Folder;

    /// <summary>The faults to inject.</summary>
    public FaultPlan Faults => _state.Faults;

    /// <summary>The buckets and objects, without the protocol.</summary>
    public ObjectStore Objects => _state.Objects;

    /// <summary>What it was asked.</summary>
    public RequestLog Log { get; }

    /// <summary>The JSON services, for what a test sets up or looks at without the protocol.</summary>
    public IReadOnlyList<IJsonService> Services { get; }

    /// <summary>How it was started.</summary>
    public EmulatorOptions Options => _state.Options;

    /// <summary>The JSON service of a type.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Service<T>() => Services.OfType<T>().First();

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken, or the folder cannot be made.</exception>
    public static async Task<AwsEmulatorServer> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = options.Folder is { } named ? Directory.CreateDirectory(named) : Directory.CreateTempSubdirectory("aws-emulator-");
        var state = new EmulatorState(options, folder.FullName);
        var log = new RequestLog();
        var services = JsonServices.Create(state);
        var application = Build(options);
        application.Run(new RequestDispatcher(state, log, services).HandleAsync);
        var server = new AwsEmulatorServer(state, application, log, services, options.Folder is null);
        try
        {
            await application.StartAsync(cancellationToken);
            state.Address = AddressOf(application);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the process is told to end (SIGTERM, Ctrl+C) or the token is cancelled, then stops listening.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening, ends what services run, and removes the folder where it was made for this server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        foreach (var service in Services)
        {
            await (service is IAsyncDisposable asynchronous ? asynchronous.DisposeAsync() : ValueTask.CompletedTask);
            (service as IDisposable)?.Dispose();
        }

        if (_ownsFolder && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static WebApplication Build(EmulatorOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Parse(options.Host), options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.WebHost.UseShutdownTimeout(TimeSpan.FromSeconds(1));
        return builder.Build();
    }

    private static Uri AddressOf(WebApplication application)
    {
        var address = new UriBuilder(application.Urls.First());
        address.Host = address.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return address.Uri;
    }
}
