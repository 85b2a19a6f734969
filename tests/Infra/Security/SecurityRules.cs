namespace Recommender.Infra.Tests.Security;

/// <summary>All rules.</summary>
internal static class SecurityRules
{
    /// <summary>One of each class.</summary>
    public static IReadOnlyList<ISecurityRule> All { get; } =
    [
        .. typeof(ISecurityRule).Assembly.GetTypes()
            .Where(type => typeof(ISecurityRule).IsAssignableFrom(type) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ISecurityRule)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// The ids of the security checklist, as it lists them; OWN rules are ours. The rules also cover the same for
    /// repositories, queues and topics (CKV_AWS_32, 168, 169), which the checklist does not ask for.
    /// </summary>
    public static IReadOnlyList<string> Checklist { get; } =
    [
        "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "CKV2_AWS_6",
        "CKV_AWS_145", "CKV_AWS_21", "CKV_AWS_18", "CKV2_AWS_61", "CKV_AWS_300", "CKV2_AWS_65", "s3_bucket_secure_transport_policy",
        "CKV_AWS_70", "CKV_AWS_33", "CKV_AWS_7", "CKV2_AWS_64",
        "CKV_AWS_159", "CKV_AWS_82", "OWN-ATH-1", "CKV_AWS_94",
        "CKV_AWS_249", "CKV_AWS_336", "CKV_AWS_334", "CKV_AWS_65", "ecs_task_definitions_no_environment_secrets", "ecs_task_definitions_logging_enabled", "OWN-ECS-1",
        "CKV_AWS_51", "CKV_AWS_163",
        "CKV_AWS_62", "CKV_AWS_63", "CKV_AWS_355", "CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_393",
        "CKV_AWS_285", "CKV_AWS_66", "CKV_AWS_158", "CKV_AWS_309", "CKV2_AWS_70", "CKV_AWS_76",
        "CKV_AWS_382", "CKV_AWS_16", "CKV_AWS_17", "CKV_AWS_118", "CKV_AWS_161",
        "OWN-PROD", "OWN-TAGS", "OWN-ENV",
    ];
}
