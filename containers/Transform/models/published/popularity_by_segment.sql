-- The 100 most bought products of all prior orders, of each department, of each day of the week and of each hour.
with prior_lines as (
  select order_id, product_id from clean.order_lines where eval_set = 'prior'
),

orders as (
  select order_id, order_dow, order_hour_of_day from clean.orders where eval_set = 'prior'
),

products as (
  select product_id, department_id from clean.products
),

-- The one pass over the lines; everything below works on these far fewer rows.
cells as (
  select prior_lines.product_id, orders.order_dow, orders.order_hour_of_day, count(*) as purchases
  from prior_lines
  join orders on orders.order_id = prior_lines.order_id
  group by prior_lines.product_id, orders.order_dow, orders.order_hour_of_day
),

-- No key is NULL in a cell, so a key that is not NULL tells which set a row belongs to.
counted as (
  select
    cells.product_id,
    products.department_id,
    cells.order_dow,
    cells.order_hour_of_day,
    cast(sum(cells.purchases) as bigint) as purchases
  from cells
  join products on products.product_id = cells.product_id
  group by grouping sets (
    (cells.product_id),
    (cells.product_id, products.department_id),
    (cells.product_id, cells.order_dow),
    (cells.product_id, cells.order_hour_of_day)
  )
),

labelled as (
  select
    case
      when department_id is not null then 'department'
      when order_dow is not null then 'day_of_week'
      when order_hour_of_day is not null then 'hour_of_day'
      else 'all'
    end as segment,
    coalesce(department_id, cast(order_dow as bigint), cast(order_hour_of_day as bigint), 0) as segment_value,
    product_id,
    purchases
  from counted
),

ranked as (
  select
    segment,
    segment_value,
    product_id,
    purchases,
    row_number() over (
      partition by segment, segment_value order by purchases desc nulls last, product_id nulls last
    ) as place,
    cast(sum(purchases) over (partition by segment, segment_value) as double) as segment_purchases
  from labelled
),

final as (
  select
    segment,
    segment_value,
    cast(place as integer) as popularity_rank,
    product_id,
    purchases,
    cast(purchases as double) / nullif(segment_purchases, 0) as share
  from ranked
  where place <= 100
)

select segment, segment_value, popularity_rank, product_id, purchases, share
from final
