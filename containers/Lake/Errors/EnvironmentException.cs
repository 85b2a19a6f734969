namespace Recommender.Lake.Errors;

/// <summary>The surroundings' fault: disk, memory, a missing library, another writer. The program ends with exit code 4.</summary>
/// <param name="message">Says what failed and what a person can do.</param>
/// <param name="inner">The cause.</param>
public sealed class EnvironmentException(string message, Exception? inner = null) : Exception(message, inner);
