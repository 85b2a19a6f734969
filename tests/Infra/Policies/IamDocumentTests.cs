namespace Recommender.Infra.Tests.Policies;

public sealed class IamDocumentTests
{
    private const string Bucket = "arn:aws:s3:::recommender-uat-raw-123456789012";

    [Fact]
    public void Allows_what_a_statement_names_and_nothing_else()
    {
        var document = Document(Allow("s3:GetObject", $"{Bucket}/*"));
        Assert.Equal(IamDecision.Allowed, document.Decide(new("s3:GetObject", $"{Bucket}/orders/1.parquet")));
        Assert.Equal(IamDecision.NotAllowed, document.Decide(new("s3:PutObject", $"{Bucket}/orders/1.parquet")));
        Assert.Equal(IamDecision.NotAllowed, document.Decide(new("s3:GetObject", Bucket)));
        Assert.Equal(IamDecision.NotAllowed, document.Decide(new("s3:GetObject", "arn:aws:s3:::recommender-prod-raw-123456789012/orders/1.parquet")));
    }

    [Fact]
    public void A_denial_wins_over_an_allowance()
    {
        var document = Document(Allow("s3:*", "*"), """{ "Sid": "No", "Effect": "Deny", "Action": "s3:DeleteObject*", "Resource": "*" }""");
        Assert.Equal(IamDecision.Denied, document.Decide(new("s3:DeleteObjectVersion", $"{Bucket}/a")));
        Assert.Equal(IamDecision.Allowed, document.Decide(new("s3:GetObject", $"{Bucket}/a")));
    }

    [Fact]
    public void Actions_do_not_mind_case_and_resources_do()
    {
        var document = Document(Allow("s3:getobject", $"{Bucket}/a"));
        Assert.Equal(IamDecision.Allowed, document.Decide(new("s3:GetObject", $"{Bucket}/a")));
        Assert.Equal(IamDecision.NotAllowed, document.Decide(new("s3:GetObject", $"{Bucket}/A")));
    }

    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringLike", "a*", "ab", true)]
    [InlineData("StringLike", "a?", "abc", false)]
    [InlineData("StringNotEquals", "a", "b", true)]
    [InlineData("StringNotEquals", "a", "a", false)]
    [InlineData("StringEqualsIgnoreCase", "A", "a", true)]
    [InlineData("Bool", "false", "false", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("ArnLike", "arn:aws:states:*:1:stateMachine:x-*", "arn:aws:states:eu-west-1:1:stateMachine:x-y", true)]
    [InlineData("ArnLike", "arn:aws:*:x", "arn:aws:states:eu-west-1:1:x", false)]
    [InlineData("ArnEquals", "arn:aws:states:eu-west-1:1:stateMachine:x", "arn:aws:states:eu-west-1:2:stateMachine:x", false)]
    [InlineData("ArnNotLike", "arn:aws:iam::1:role/*", "arn:aws:iam::1:role/x", false)]
    [InlineData("Null", "false", "anything", true)]
    [InlineData("NumericLessThan", "5", "4", true)]
    [InlineData("ForAnyValue:StringLike", "a*", "ab", true)]
    public void Conditions_compare_as_IAM_does(string name, string wanted, string given, bool holds)
    {
        // An ARN of five parts is no ARN, which the parser refuses: judged here as the condition alone.
        var condition = new IamCondition(name, "aws:Key", [wanted]);
        Assert.Equal(holds, condition.Holds(new IamRequest("s3:GetObject", "*").With(("AWS:key", given))));
    }

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringNotEquals", true)]
    [InlineData("StringEqualsIfExists", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    public void A_key_that_the_request_lacks_matches_nothing(string name, bool holds) =>
        Assert.Equal(holds, new IamCondition(name, "aws:Key", ["a"]).Holds(new IamRequest("s3:GetObject", "*")));

    [Fact]
    public void Set_operators_look_at_every_value()
    {
        var request = new IamRequest("s3:GetObject", "*").With(("aws:TagKeys", "a"), ("aws:TagKeys", "b"));
        Assert.True(new IamCondition("ForAnyValue:StringEquals", "aws:TagKeys", ["a"]).Holds(request));
        Assert.False(new IamCondition("ForAllValues:StringEquals", "aws:TagKeys", ["a"]).Holds(request));
        Assert.True(new IamCondition("ForAllValues:StringEquals", "aws:TagKeys", ["a", "b"]).Holds(request));
        Assert.Throws<NotSupportedException>(() => new IamCondition("StringEquals", "aws:TagKeys", ["a"]).Holds(request));
    }

    [Fact]
    public void Every_condition_of_a_statement_must_hold()
    {
        var document = Document("""
            { "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": { "Service": "ecs-tasks.amazonaws.com" },
              "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" }, "ArnLike": { "aws:SourceArn": "arn:aws:ecs:eu-west-1:123456789012:*" } } }
            """);
        var ecs = IamPrincipal.Service("ecs-tasks.amazonaws.com");
        Assert.True(document.Lets(ecs, "sts:AssumeRole", "*", ("aws:SourceAccount", "123456789012"), ("aws:SourceArn", "arn:aws:ecs:eu-west-1:123456789012:task/x")));
        Assert.False(document.Lets(ecs, "sts:AssumeRole", "*", ("aws:SourceAccount", "123456789012")));
        Assert.False(document.Lets(IamPrincipal.Service("lambda.amazonaws.com"), "sts:AssumeRole", "*", ("aws:SourceAccount", "123456789012"), ("aws:SourceArn", "arn:aws:ecs:eu-west-1:123456789012:task/x")));
    }

    [Theory]
    [InlineData("*", "arn:aws:iam::999999999999:role/x", true)]
    [InlineData("arn:aws:iam::123456789012:root", "arn:aws:iam::123456789012:role/x", true)]
    [InlineData("123456789012", "arn:aws:iam::123456789012:role/x", true)]
    [InlineData("arn:aws:iam::123456789012:root", "arn:aws:iam::999999999999:role/x", false)]
    [InlineData("arn:aws:iam::123456789012:role/y", "arn:aws:iam::123456789012:role/x", false)]
    public void A_principal_covers_itself_its_account_or_everyone(string named, string asking, bool covers) =>
        Assert.Equal(covers, new IamPrincipal("AWS", named).Covers(IamPrincipal.Aws(asking)));

    [Theory]
    [InlineData("""{ "Statement": [] }""", "Version")]
    [InlineData("""{ "Version": "2012-10-17", "Statement": [] }""", "one statement")]
    [InlineData("""{ "Version": "2012-10-17", "Statements": [] }""", "no Statements")]
    [InlineData("not json", "not json")]
    public void A_text_that_is_no_policy_is_refused(string json, string says) => Refused(json, says);

    [Theory]
    [InlineData("""{ "Effect": "Allow", "NotAction": "s3:GetObject", "Resource": "*" }""", "NotAction")]
    [InlineData("""{ "Effect": "allow", "Action": "s3:GetObject", "Resource": "*" }""", "Effect")]
    [InlineData("""{ "Effect": "Allow", "Action": "GetObject", "Resource": "*" }""", "'GetObject' is no action")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "recommender-uat-raw" }""", "no ARN")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": [] }""", "Resource is empty")]
    [InlineData("""{ "Sid": "a-b", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""", "letters and digits")]
    [InlineData("""{ "Effect": "Allow", "Resource": "*" }""", "Action of")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringMatches": { "a:b": "c" } } }""", "StringMatches")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "no" } } }""", "aws:SecureTransport")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "ArnLike": { "aws:SourceArn": "queue" } } }""", "must name ARNs")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "${aws:username}/" } } }""", "policy variable")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Principal": { "CanonicalUser": "x" } }""", "CanonicalUser")]
    public void A_statement_that_the_tests_do_not_know_is_refused(string statement, string says) => Refused($$"""{ "Version": "2012-10-17", "Statement": [{{statement}}] }""", says);

    [Theory]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c*", "abcabd", true)]
    [InlineData("a*cd", "abcacd", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*", "", true)]
    [InlineData("", "a", false)]
    [InlineData("abc", "abcd", false)]
    public void Stars_and_question_marks_fit_as_in_IAM(string pattern, string text, bool fits) => Assert.Equal(fits, Wildcard.Fits(pattern, text));

    private static void Refused(string json, string says) => Assert.Contains(says, Assert.Throws<FormatException>(() => IamDocument.Parse(json)).Message, StringComparison.Ordinal);

    private static string Allow(string action, string resource) => $$"""{ "Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}" }""";

    private static IamDocument Document(params string[] statements) => IamDocument.Parse($$"""{ "Version": "2012-10-17", "Statement": [{{string.Join(", ", statements)}}] }""");
}
