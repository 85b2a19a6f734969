-- How often do users order, and do those who order often buy more of the same?
with rhythms as (
  select
    user_id,
    user_orders,
    case
      when user_mean_days_since_prior is null then 'one order'
      when user_mean_days_since_prior <= 7 then 'weekly'
      when user_mean_days_since_prior <= 14 then 'fortnightly'
      else 'monthly or less'
    end as rhythm
  from curated.user_features_1
),

baskets as (
  select user_id, user_total_products, user_reorder_ratio
  from curated.user_features_2
),

final as (
  select
    rhythms.rhythm,
    count(*) as users,
    avg(cast(rhythms.user_orders as double)) as mean_orders,
    avg(cast(baskets.user_total_products as double) / nullif(cast(rhythms.user_orders as double), 0)) as mean_basket,
    avg(cast(baskets.user_reorder_ratio as double)) as mean_reorder_ratio
  from rhythms
  join baskets on baskets.user_id = rhythms.user_id
  group by rhythms.rhythm
)

select rhythm, users, mean_orders, mean_basket, mean_reorder_ratio
from final
order by users desc nulls last, rhythm nulls last
