namespace Recommender.Infra.Tests.Policies;

/// <summary>A parsed policy document.</summary>
/// <param name="Statements">Its statements.</param>
internal sealed record IamDocument(IReadOnlyList<IamStatement> Statements)
{
    /// <summary>Parses a document.</summary>
    /// <exception cref="FormatException">It is none, or has parts that the tests do not know; the message says which.</exception>
    public static IamDocument Parse(string json) => IamDocumentParser.Parse(json);

    /// <summary>What this document alone says to a request.</summary>
    public IamDecision Decide(IamRequest request) => Decide([this], request);

    /// <summary>What documents together say: a denial wins, then an allowance (IAM user guide, "Policy evaluation logic").</summary>
    public static IamDecision Decide(IEnumerable<IamDocument> documents, IamRequest request)
    {
        var covering = documents.SelectMany(document => document.Statements).Where(statement => statement.Covers(request)).ToList();
        return covering.Any(statement => !statement.Allows) ? IamDecision.Denied
            : covering.Count > 0 ? IamDecision.Allowed
            : IamDecision.NotAllowed;
    }

    /// <summary>Whether this document alone lets a principal do something; for bucket, key, queue, topic and trust policies.</summary>
    public bool Lets(IamPrincipal principal, string action, string resource, params (string Key, string Value)[] context) =>
        Decide(new IamRequest(action, resource) { Principal = principal }.With(context)) == IamDecision.Allowed;
}
