-- The products of the catalogue, each in a known aisle and department. The first valid row of an id is kept.
with source as (
  select * from raw.products
),

aisles as (
  select aisle_id from clean.aisles
),

departments as (
  select department_id from clean.departments
),

checked as (
  select
    source.product_id,
    trim(source.product_name) as name,
    source.aisle_id,
    source.department_id,
    source.source_file,
    source.source_line,
    coalesce(cast(source.product_id as varchar), '')
      || ',' || @csv_text(source.product_name)
      || ',' || coalesce(cast(source.aisle_id as varchar), '')
      || ',' || coalesce(cast(source.department_id as varchar), '') as raw_text,
    case
      when source.product_id is null then 'missing product_id'
      when source.product_id < 1 then 'product_id ' || cast(source.product_id as varchar) || ' is below 1'
      when coalesce(trim(source.product_name), '') = '' then 'missing product_name'
      when source.aisle_id is null then 'missing aisle_id'
      when source.department_id is null then 'missing department_id'
      when aisles.aisle_id is null then 'unknown aisle ' || cast(source.aisle_id as varchar)
      when departments.department_id is null then 'unknown department ' || cast(source.department_id as varchar)
    end as fault
  from source
  left join aisles on aisles.aisle_id = source.aisle_id
  left join departments on departments.department_id = source.department_id
),

-- Rows with a fault are in a partition of their own: they never displace a valid row.
placed as (
  select
    *,
    first_value(source_file) over (
      partition by product_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_file,
    first_value(source_line) over (
      partition by product_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_line
  from checked
),

final as (
  select
    product_id,
    name as product_name,
    aisle_id,
    department_id,
    case
      when fault is not null then fault
      when source_file is distinct from first_file or source_line is distinct from first_line
        then 'duplicate key (product_id ' || cast(product_id as varchar) || '); first seen on line ' || cast(first_line as varchar)
          || case when source_file is distinct from first_file then ' of ' || first_file else '' end
    end as reject_reason,
    source_file,
    source_line,
    raw_text
  from placed
)

select product_id, product_name, aisle_id, department_id, reject_reason, source_file, source_line, raw_text
from final
