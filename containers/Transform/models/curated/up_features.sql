-- Per user and product, over the prior orders: how often, first, last, and how early in the cart.
with prior_lines as (
  select * from clean.order_lines where eval_set = 'prior'
),

final as (
  select
    user_id,
    product_id,
    count(*) as up_orders,
    min(order_number) as up_first_order,
    max(order_number) as up_last_order,
    avg(cast(add_to_cart_order as double)) as up_average_cart_position
  from prior_lines
  group by user_id, product_id
)

select user_id, product_id, up_orders, up_first_order, up_last_order, up_average_cart_position
from final
