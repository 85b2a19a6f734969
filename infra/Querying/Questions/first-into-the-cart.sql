-- Which products come first into the cart: what do users open the shop for?
with pairs as (
  select product_id, up_orders, up_average_cart_position
  from curated.up_features
),

final as (
  select
    product_id,
    cast(sum(up_orders) as bigint) as orders,
    cast(sum(up_average_cart_position * up_orders) as double) / nullif(cast(sum(up_orders) as double), 0) as mean_cart_position
  from pairs
  group by product_id
  -- A mean of few orders says little.
  having cast(sum(up_orders) as bigint) >= 10
)

select product_id, orders, mean_cart_position
from final
order by mean_cart_position nulls last, product_id nulls last
limit 100
