-- How well each ranker predicts the last baskets of test users, at each length of the list; where only recall is measured, the rest is empty.
select
    model,
    k,
    max(users) as users,
    max(case when metric = 'recall' then value end) as recall,
    max(case when metric = 'recall' then low end) as recall_low,
    max(case when metric = 'recall' then high end) as recall_high,
    max(case when metric = 'ndcg' then value end) as ndcg,
    max(case when metric = 'phr' then value end) as phr,
    max(case when metric = 'repeat_recall' then value end) as repeat_recall,
    max(case when metric = 'explore_recall' then value end) as explore_recall,
    max(case when metric = 'coverage' then value end) as coverage,
    cast(max(case when metric = 'distinct_products' then round(value) end) as bigint) as distinct_products
from ml.evaluation
where
    segment = 'all'
    and k > 0
group by
    model,
    k
