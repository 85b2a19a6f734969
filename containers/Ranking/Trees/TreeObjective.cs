namespace Recommender.Ranking.Trees;

/// <summary>What trees are trained for.</summary>
internal enum TreeObjective
{
    /// <summary>Log loss: labels are 0 to 1, margins are log-odds.</summary>
    Logistic,

    /// <summary>NDCG within groups: labels are relevance grades from 0, margins have no unit.</summary>
    LambdaRank,
}
