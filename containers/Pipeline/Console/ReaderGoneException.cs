namespace Recommender.Pipeline.Console;

/// <summary>Whoever read the output has closed it, as <c>head</c> does: there is nothing left to do, and no fault.</summary>
/// <param name="inner">The operating system's word for it.</param>
internal sealed class ReaderGoneException(Exception inner) : IOException("the output was closed by its reader", inner);
