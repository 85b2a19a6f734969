-- Customers by the number of their orders; no single customer is in it.
select
    rhythm.user_orders as orders,
    count(*) as customers,
    cast(sum(baskets.user_total_products) as bigint) as lines,
    avg(rhythm.user_mean_days_since_prior) as days_between_orders,
    avg(baskets.user_reorder_ratio) as reordered
from curated.user_features_1 as rhythm
join curated.user_features_2 as baskets on baskets.user_id = rhythm.user_id
group by rhythm.user_orders
