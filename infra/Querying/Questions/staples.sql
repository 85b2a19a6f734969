-- Which products are staples: in at least half of the orders of how many users?
with pairs as (
  select user_id, product_id, up_orders
  from curated.up_features
),

users as (
  select user_id, user_orders
  from curated.user_features_1
),

final as (
  select pairs.product_id, count(*) as users
  from pairs
  join users on users.user_id = pairs.user_id
  where pairs.up_orders >= 2 and pairs.up_orders * 2 >= users.user_orders
  group by pairs.product_id
)

select product_id, users
from final
order by users desc nulls last, product_id nulls last
limit 100
