-- The orders of every user, numbered from 1; the first valid row of an order_id, and of a user's order_number, is kept.
with source as (
  select * from raw.orders
),

checked as (
  select
    *,
    case
      when order_id is null then 'missing order_id'
      when order_id < 1 then 'order_id ' || cast(order_id as varchar) || ' is below 1'
      when user_id is null then 'missing user_id'
      when user_id < 1 then 'user_id ' || cast(user_id as varchar) || ' is below 1'
      when eval_set is null then 'missing eval_set'
      when eval_set not in ('prior', 'train', 'test') then 'eval_set ' || eval_set || ' is none of prior, train, test'
      when order_number is null then 'missing order_number'
      when order_number < 1 then 'order_number ' || cast(order_number as varchar) || ' is below 1'
      when order_dow is null then 'missing order_dow'
      when order_dow not between 0 and 6 then 'order_dow ' || cast(order_dow as varchar) || ' is outside 0 to 6'
      when order_hour_of_day is null then 'missing order_hour_of_day'
      when order_hour_of_day not between 0 and 23
        then 'order_hour_of_day ' || cast(order_hour_of_day as varchar) || ' is outside 0 to 23'
      when days_since_prior_order is not null and not (days_since_prior_order >= 0 and days_since_prior_order <= 30)
        then 'days_since_prior_order ' || @double_text(days_since_prior_order) || ' is outside 0 to 30'
    end as fault
  from source
),

-- Each of the next three steps looks at the rows without a fault so far: the others are in partitions of their own.
placed_by_id as (
  select
    *,
    first_value(source_file) over (
      partition by order_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_file,
    first_value(source_line) over (
      partition by order_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_line
  from checked
),

unique_ids as (
  select
    order_id,
    user_id,
    eval_set,
    order_number,
    order_dow,
    order_hour_of_day,
    days_since_prior_order,
    source_file,
    source_line,
    case
      when fault is not null then fault
      when source_file is distinct from first_file or source_line is distinct from first_line
        then 'duplicate key (order_id ' || cast(order_id as varchar) || '); first seen on line ' || cast(first_line as varchar)
          || case when source_file is distinct from first_file then ' of ' || first_file else '' end
    end as fault
  from placed_by_id
),

placed_by_number as (
  select
    *,
    first_value(source_file) over (
      partition by user_id, order_number, fault is null order by source_file nulls first, source_line nulls first
    ) as first_file,
    first_value(source_line) over (
      partition by user_id, order_number, fault is null order by source_file nulls first, source_line nulls first
    ) as first_line
  from unique_ids
),

unique_numbers as (
  select
    order_id,
    user_id,
    eval_set,
    order_number,
    order_dow,
    order_hour_of_day,
    days_since_prior_order,
    source_file,
    source_line,
    case
      when fault is not null then fault
      when source_file is distinct from first_file or source_line is distinct from first_line
        then 'duplicate key (user_id ' || cast(user_id as varchar) || ', order_number ' || cast(order_number as varchar)
          || '); first seen on line ' || cast(first_line as varchar)
          || case when source_file is distinct from first_file then ' of ' || first_file else '' end
    end as fault
  from placed_by_number
),

with_history as (
  select
    *,
    count(*) filter (where eval_set = 'prior') over (partition by user_id, fault is null) as prior_orders,
    max(order_number) over (partition by user_id, fault is null) as last_order_number
  from unique_numbers
),

judged as (
  select
    *,
    case
      when fault is not null then fault
      when prior_orders = 0 then 'unknown user ' || cast(user_id as varchar) || ': no prior orders'
      when eval_set <> 'prior' and order_number < last_order_number
        then 'a ' || eval_set || ' order must be the last of its user, but order_number ' || cast(last_order_number as varchar) || ' follows'
    end as reject_reason
  from with_history
),

final as (
  select
    order_id,
    user_id,
    eval_set,
    order_number,
    order_dow,
    order_hour_of_day,
    days_since_prior_order,
    reject_reason,
    source_file,
    source_line,
    -- Only the quarantine has the text: the rows that are kept do not pay for it.
    case
      when reject_reason is not null
        then coalesce(cast(order_id as varchar), '')
          || ',' || coalesce(cast(user_id as varchar), '')
          || ',' || @csv_text(eval_set)
          || ',' || coalesce(cast(order_number as varchar), '')
          || ',' || coalesce(cast(order_dow as varchar), '')
          || ',' || coalesce(cast(order_hour_of_day as varchar), '')
          || ',' || coalesce(@double_text(days_since_prior_order), '')
    end as raw_text
  from judged
)

select
  order_id,
  user_id,
  eval_set,
  order_number,
  order_dow,
  order_hour_of_day,
  days_since_prior_order,
  reject_reason,
  source_file,
  source_line,
  raw_text
from final
