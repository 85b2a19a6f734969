// Pulumi keeps the current deployment and its configuration in statics and the environment: one run at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
