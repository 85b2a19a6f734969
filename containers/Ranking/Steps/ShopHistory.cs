using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Steps;

/// <summary>What rankers know of a shop: its users' prior orders, its catalogue and its departments.</summary>
/// <param name="Histories">The prior orders of every user; users and products without any are there too.</param>
/// <param name="Departments">The department of each product.</param>
internal sealed record ShopHistory(UserHistories Histories, ProductSegments Departments);
