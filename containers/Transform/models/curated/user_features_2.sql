-- Per user, over the prior orders: how many products, how many different ones, how many bought again.
with prior_lines as (
  select * from clean.order_lines where eval_set = 'prior'
),

user_products as (
  select * from curated.up_features
),

lines_by_user as (
  select
    user_id,
    count(*) as user_total_products,
    cast(sum(case when order_number > 1 then reordered else 0 end) as bigint) as reordered_lines,
    count(*) filter (where order_number > 1) as later_lines
  from prior_lines
  group by user_id
),

-- One row per product that the user bought: counting them costs less than count(distinct …) over the lines.
products_by_user as (
  select user_id, count(*) as user_distinct_products
  from user_products
  group by user_id
),

final as (
  select
    lines_by_user.user_id,
    lines_by_user.user_total_products,
    products_by_user.user_distinct_products,
    cast(lines_by_user.reordered_lines as double) / nullif(lines_by_user.later_lines, 0) as user_reorder_ratio
  from lines_by_user
  join products_by_user on products_by_user.user_id = lines_by_user.user_id
)

select user_id, user_total_products, user_distinct_products, user_reorder_ratio
from final
