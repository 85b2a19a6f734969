namespace Recommender.Lake.Errors;

/// <summary>The caller's fault: a bad argument or a bad file. The program ends with exit code 2.</summary>
/// <param name="message">Names the file, line, column and value where they are known, and what would be right.</param>
/// <param name="inner">The cause, where another exception reported it.</param>
public sealed class CallerException(string message, Exception? inner = null) : Exception(message, inner);
