using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json;

namespace Recommender.Infra.Settings;

/// <summary>Checks a stack's settings; every fault is found in one pass.</summary>
internal static class SettingsValidator
{
    /// <summary>The faults, each beginning with the name of its setting as the file writes it.</summary>
    public static IEnumerable<string> Faults(StackSettings settings, string stack) => Attributes(settings, "").Concat(Rules(settings, stack));

    private static IEnumerable<string> Attributes(object record, string path)
    {
        foreach (var property in record.GetType().GetProperties())
        {
            var name = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = property.GetValue(record);
            if (property.PropertyType.Namespace == typeof(StackSettings).Namespace)
            {
                foreach (var fault in Attributes(value!, $"{name}."))
                {
                    yield return fault;
                }

                continue;
            }

            var context = new ValidationContext(record) { MemberName = property.Name, DisplayName = name };
            foreach (var attribute in property.GetCustomAttributes(inherit: true).OfType<ValidationAttribute>())
            {
                // An empty text is Required's business, and nobody else's.
                if ((attribute is RequiredAttribute || value is not "") && attribute.GetValidationResult(value, context) is { } fault)
                {
                    yield return attribute switch
                    {
                        RequiredAttribute => $"{name}: is missing; set it with: pulumi config set --path 'recommender:settings.{name}' VALUE",
                        RangeAttribute range => $"{name}: must be from {range.Minimum} to {range.Maximum}, not {Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)}",
                        _ => $"{name}: {fault.ErrorMessage}{(value is string or int ? $", not {value}" : "")}",
                    };
                }
            }
        }
    }

    private static IEnumerable<string> Rules(StackSettings settings, string stack)
    {
        if (settings.Production != (stack == "prod"))
        {
            yield return $"production: must be {(stack == "prod" ? "true" : "false")} in stack {stack}: prod, and prod alone, keeps its data whatever happens to the program";
        }

        if (settings.Lake.RawToGlacierDays is > 0 and < 30)
        {
            yield return $"lake.rawToGlacierDays: must be 0 (never) or 30 at least, not {settings.Lake.RawToGlacierDays}";
        }

        if (settings.Network.EndpointZones > settings.Network.Zones)
        {
            yield return $"network.endpointZones: must not be more than network.zones ({settings.Network.Zones}), not {settings.Network.EndpointZones}";
        }

        foreach (var cidr in settings.Network.EgressCidrs.Where(cidr => !IPNetwork.TryParse(cidr, out var network) || network.PrefixLength == 0))
        {
            yield return $"network.egressCidrs: must be ranges of addresses and not the whole world, not {cidr}";
        }

        // TryParse takes 10.20.0.1/16 and makes 10.20.0.0/16 of it; AWS does not.
        if (settings.Network.Cidr.Length > 0 && !(IPNetwork.TryParse(settings.Network.Cidr, out var range) && settings.Network.Cidr.StartsWith($"{range.BaseAddress}/", StringComparison.Ordinal)))
        {
            yield return $"network.cidr: {settings.Network.Cidr} is not a range that begins at its first address";
        }

        if (settings.Network.EgressCidrs.Count > 0 && !settings.Network.Nat)
        {
            yield return "network.egressCidrs: needs network.nat: true, for without it nothing reaches the internet";
        }

        if (settings.Database.MaxStorageGiB < settings.Database.StorageGiB * 1.1)
        {
            yield return $"database.maxStorageGiB: must be a tenth larger than database.storageGiB ({settings.Database.StorageGiB}), not {settings.Database.MaxStorageGiB}";
        }

        if (settings.Serving.MaxTasks < settings.Serving.MinTasks)
        {
            yield return $"serving.maxTasks: must not be less than serving.minTasks ({settings.Serving.MinTasks}), not {settings.Serving.MaxTasks}";
        }

        var images = settings.Containers.Images;
        if (images.Jobs.Length > 0 != images.Training.Length > 0)
        {
            yield return "containers.images: set jobs and training together (or neither, before the first push)";
        }

        if (images.Serving.Length > 0 && (settings.Serving.JwtIssuer.Length == 0 || settings.Serving.JwtAudience.Length == 0))
        {
            yield return "serving: jwtIssuer and jwtAudience are missing, and the API of containers.images.serving lets in nobody without them; set them with: pulumi config set --path 'recommender:settings.serving.jwtIssuer' https://…";
        }

        if (settings.Monitoring.Slack.Workspace.Length > 0 != settings.Monitoring.Slack.Channel.Length > 0)
        {
            yield return "monitoring.slack: set workspace and channel, or neither";
        }

        foreach (var mail in settings.Monitoring.Mails.Where(mail => !new EmailAddressAttribute().IsValid(mail)))
        {
            yield return $"monitoring.mails: '{mail}' is not a mail address";
        }

        if (settings.Monitoring.LateAfterMinutes > settings.Pipeline.TimeoutHours * 60)
        {
            yield return $"monitoring.lateAfterMinutes: must come before the run is given up (pipeline.timeoutHours {settings.Pipeline.TimeoutHours}), not {settings.Monitoring.LateAfterMinutes}";
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.Pipeline.TimeZone, out _))
        {
            yield return $"pipeline.timeZone: '{settings.Pipeline.TimeZone}' is not an IANA time zone, such as Europe/London";
        }

        if (settings.Dashboards.Enabled && settings.Dashboards.Viewers.Count == 0)
        {
            yield return "dashboards.viewers: must name one QuickSight user or group at least where dashboards are enabled";
        }

        foreach (var (name, size) in new[] { ("jobs", settings.Containers.Jobs), ("training", settings.Containers.Training), ("scoring", settings.Containers.Scoring), ("serving", settings.Containers.Serving) })
        {
            if (FargateSizes.Fault(size) is { } fault)
            {
                yield return $"containers.{name}.memoryMiB: {fault}";
            }
        }
    }
}
