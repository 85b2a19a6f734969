-- How well each ranker predicts the last baskets of test users, at each cutoff.
select
    model,
    k,
    users,
    recall,
    ndcg,
    phr,
    repeat_recall,
    explore_recall,
    coverage,
    distinct_products
from ml.evaluation
