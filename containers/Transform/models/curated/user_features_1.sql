-- Per user with prior lines, over the prior orders: how many, over how many days, how many days apart.
with prior_orders as (
  select * from clean.orders where eval_set = 'prior'
),

users as (
  select user_id from curated.user_features_2
),

orders_by_user as (
  select
    user_id,
    max(order_number) as user_orders,
    cast(sum(days_since_prior_order) as double) as user_period,
    avg(cast(days_since_prior_order as double)) as user_mean_days_since_prior
  from prior_orders
  group by user_id
),

final as (
  select
    orders_by_user.user_id,
    orders_by_user.user_orders,
    orders_by_user.user_period,
    orders_by_user.user_mean_days_since_prior
  from orders_by_user
  join users on users.user_id = orders_by_user.user_id
)

select user_id, user_orders, user_period, user_mean_days_since_prior
from final
