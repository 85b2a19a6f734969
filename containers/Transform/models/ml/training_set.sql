-- For every user with a train order, each product of the user's prior orders: what was known before the train order, when
-- that order was placed, and whether it has the product (the label, and all that is taken from its basket).
with target_orders as (
  select * from clean.orders where eval_set = 'train'
),

target_lines as (
  select user_id, product_id from clean.order_lines where eval_set = 'train'
),

-- A train order without a line is not an empty basket but one that is not known: it must not teach that nothing was bought.
known_baskets as (
  select distinct user_id from target_lines
),

user_orders as (
  select * from curated.user_features_1
),

user_products as (
  select * from curated.user_features_2
),

pairs as (
  select * from curated.up_features
),

products as (
  select * from curated.prd_features
),

final as (
  select
    pairs.user_id,
    pairs.product_id,
    user_orders.user_orders,
    user_orders.user_period,
    user_orders.user_mean_days_since_prior,
    user_products.user_total_products,
    user_products.user_distinct_products,
    user_products.user_reorder_ratio,
    pairs.up_orders,
    pairs.up_first_order,
    pairs.up_last_order,
    pairs.up_average_cart_position,
    products.prod_orders,
    products.prod_reorders,
    products.prod_first_orders,
    products.prod_second_orders,
    cast(pairs.up_orders as double) / nullif(user_orders.user_orders, 0) as up_order_rate,
    user_orders.user_orders - pairs.up_last_order as up_orders_since_last_order,
    cast(pairs.up_orders as double)
      / nullif(user_orders.user_orders - pairs.up_first_order + 1, 0) as up_order_rate_since_first_order,
    target_orders.order_dow,
    target_orders.order_hour_of_day,
    target_orders.days_since_prior_order,
    @user_split(pairs.user_id) as split,
    case when target_lines.product_id is null then 0 else 1 end as reordered
  from pairs
  join target_orders on target_orders.user_id = pairs.user_id
  join known_baskets on known_baskets.user_id = pairs.user_id
  join user_orders on user_orders.user_id = pairs.user_id
  join user_products on user_products.user_id = pairs.user_id
  join products on products.product_id = pairs.product_id
  left join target_lines
    on target_lines.user_id = pairs.user_id and target_lines.product_id = pairs.product_id
)

select
  user_id,
  product_id,
  user_orders,
  user_period,
  user_mean_days_since_prior,
  user_total_products,
  user_distinct_products,
  user_reorder_ratio,
  up_orders,
  up_first_order,
  up_last_order,
  up_average_cart_position,
  prod_orders,
  prod_reorders,
  prod_first_orders,
  prod_second_orders,
  up_order_rate,
  up_orders_since_last_order,
  up_order_rate_since_first_order,
  order_dow,
  order_hour_of_day,
  days_since_prior_order,
  split,
  reordered
from final
