-- The aisles of the catalogue, with trimmed names. The first valid row of an id is kept.
with source as (
  select * from raw.aisles
),

checked as (
  select
    aisle_id,
    trim(aisle) as name,
    source_file,
    source_line,
    coalesce(cast(aisle_id as varchar), '') || ',' || @csv_text(aisle) as raw_text,
    case
      when aisle_id is null then 'missing aisle_id'
      when aisle_id < 1 then 'aisle_id ' || cast(aisle_id as varchar) || ' is below 1'
      when coalesce(trim(aisle), '') = '' then 'missing aisle'
    end as fault
  from source
),

-- Rows with a fault are in a partition of their own: they never displace a valid row.
placed as (
  select
    *,
    first_value(source_file) over (
      partition by aisle_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_file,
    first_value(source_line) over (
      partition by aisle_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_line
  from checked
),

final as (
  select
    aisle_id,
    name as aisle,
    case
      when fault is not null then fault
      when source_file is distinct from first_file or source_line is distinct from first_line
        then 'duplicate key (aisle_id ' || cast(aisle_id as varchar) || '); first seen on line ' || cast(first_line as varchar)
          || case when source_file is distinct from first_file then ' of ' || first_file else '' end
    end as reject_reason,
    source_file,
    source_line,
    raw_text
  from placed
)

select aisle_id, aisle, reject_reason, source_file, source_line, raw_text
from final
