namespace Recommender.Lake.Errors;

/// <summary>The data's fault: a check failed, so the table was not published. The program ends with exit code 3.</summary>
/// <param name="message">Names the table and the check and shows sample rows.</param>
public sealed class DataException(string message) : Exception(message);
