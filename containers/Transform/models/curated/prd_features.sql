-- Per product, over the prior orders: purchases, reorders, and how many users bought it at least once and twice.
with prior_lines as (
  select * from clean.order_lines where eval_set = 'prior'
),

user_products as (
  select * from curated.up_features
),

lines_by_product as (
  select product_id, count(*) as prod_orders, cast(sum(reordered) as bigint) as prod_reorders
  from prior_lines
  group by product_id
),

users_by_product as (
  select product_id, count(*) as prod_first_orders, count(*) filter (where up_orders >= 2) as prod_second_orders
  from user_products
  group by product_id
),

final as (
  select
    lines_by_product.product_id,
    lines_by_product.prod_orders,
    lines_by_product.prod_reorders,
    users_by_product.prod_first_orders,
    users_by_product.prod_second_orders
  from lines_by_product
  join users_by_product on users_by_product.product_id = lines_by_product.product_id
)

select product_id, prod_orders, prod_reorders, prod_first_orders, prod_second_orders
from final
