-- Customers by the number of their orders; no single customer is in it.
select
    rhythm.user_orders as orders,
    count(*) as customers,
    cast(sum(baskets.user_total_products) as bigint) as lines,
    avg(cast(rhythm.user_mean_days_since_prior as double)) as days_between_orders,
    avg(cast(baskets.user_reorder_ratio as double)) as reordered
from curated.user_features_1 as rhythm
join curated.user_features_2 as baskets on baskets.user_id = rhythm.user_id
group by rhythm.user_orders
