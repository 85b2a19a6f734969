-- The lines of the prior and the train file, each of a known order and product. The first valid line of a product in an
-- order is kept. The lines stream through joins with small hash tables: no window, no sort over all of them. The raw
-- tables are named again where they are read again: to share one CTE of all lines, DuckDB would hold them in memory.
with source as (
  select 'prior' as file_set, order_id, product_id, add_to_cart_order, reordered, source_file, source_line
  from raw.order_products__prior
  union all
  select 'train' as file_set, order_id, product_id, add_to_cart_order, reordered, source_file, source_line
  from raw.order_products__train
),

products as (
  select product_id from clean.products
),

orders as (
  select order_id, user_id, order_number, eval_set from clean.orders
),

all_keys as (
  select order_id, product_id from raw.order_products__prior
  union all
  select order_id, product_id from raw.order_products__train
),

-- Few, usually none: one hash aggregate over the keys finds them.
repeated_keys as (
  select order_id, product_id
  from all_keys
  group by order_id, product_id
  having count(*) > 1
),

repeated_lines as (
  select 'prior' as file_set, lines.order_id, lines.product_id, add_to_cart_order, reordered, source_file, source_line
  from raw.order_products__prior as lines
  join repeated_keys on repeated_keys.order_id = lines.order_id and repeated_keys.product_id = lines.product_id
  union all
  select 'train' as file_set, lines.order_id, lines.product_id, add_to_cart_order, reordered, source_file, source_line
  from raw.order_products__train as lines
  join repeated_keys on repeated_keys.order_id = lines.order_id and repeated_keys.product_id = lines.product_id
),

-- Of the lines that share a key, those without another fault, in the file's order. Whether the product is known depends
-- on the key alone, so it need not be asked here.
placed_lines as (
  select
    repeated_lines.order_id,
    repeated_lines.product_id,
    repeated_lines.source_file,
    repeated_lines.source_line,
    row_number() over (
      partition by repeated_lines.order_id, repeated_lines.product_id
      order by repeated_lines.source_file nulls first, repeated_lines.source_line nulls first
    ) as place
  from repeated_lines
  join orders on orders.order_id = repeated_lines.order_id and orders.eval_set = repeated_lines.file_set
  where repeated_lines.add_to_cart_order >= 1 and repeated_lines.reordered between 0 and 1
),

first_lines as (
  select order_id, product_id, source_file, source_line
  from placed_lines
  where place = 1
),

judged as (
  select
    source.order_id,
    source.product_id,
    orders.user_id,
    orders.order_number,
    orders.eval_set,
    source.add_to_cart_order,
    source.reordered,
    source.source_file,
    source.source_line,
    case
      when source.order_id is null then 'missing order_id'
      when source.product_id is null then 'missing product_id'
      when source.add_to_cart_order is null then 'missing add_to_cart_order'
      when source.add_to_cart_order < 1
        then 'add_to_cart_order ' || cast(source.add_to_cart_order as varchar) || ' is below 1'
      when source.reordered is null then 'missing reordered'
      when source.reordered not between 0 and 1
        then 'reordered ' || cast(source.reordered as varchar) || ' is outside 0 to 1'
      when orders.order_id is null then 'unknown order ' || cast(source.order_id as varchar)
      when products.product_id is null then 'unknown product ' || cast(source.product_id as varchar)
      when orders.eval_set <> source.file_set
        then 'order ' || cast(source.order_id as varchar) || ' is a ' || orders.eval_set
          || ' order, not a ' || source.file_set || ' order'
      when first_lines.source_file is distinct from source.source_file
        and first_lines.order_id is not null
        then 'duplicate key (order_id ' || cast(source.order_id as varchar)
          || ', product_id ' || cast(source.product_id as varchar)
          || '); first seen on line ' || cast(first_lines.source_line as varchar) || ' of ' || first_lines.source_file
      when first_lines.source_line is distinct from source.source_line
        and first_lines.order_id is not null
        then 'duplicate key (order_id ' || cast(source.order_id as varchar)
          || ', product_id ' || cast(source.product_id as varchar)
          || '); first seen on line ' || cast(first_lines.source_line as varchar)
    end as reject_reason
  from source
  left join products on products.product_id = source.product_id
  left join orders on orders.order_id = source.order_id
  left join first_lines
    on first_lines.order_id = source.order_id and first_lines.product_id = source.product_id
),

final as (
  select
    *,
    -- Only the quarantine has the text: the rows that are kept do not pay for it.
    case
      when reject_reason is not null
        then coalesce(cast(order_id as varchar), '')
          || ',' || coalesce(cast(product_id as varchar), '')
          || ',' || coalesce(cast(add_to_cart_order as varchar), '')
          || ',' || coalesce(cast(reordered as varchar), '')
    end as raw_text
  from judged
)

select
  order_id,
  product_id,
  user_id,
  order_number,
  eval_set,
  add_to_cart_order,
  reordered,
  reject_reason,
  source_file,
  source_line,
  raw_text
from final
