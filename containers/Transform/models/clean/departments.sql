-- The departments of the catalogue, with trimmed names. The first valid row of an id is kept.
with source as (
  select * from raw.departments
),

checked as (
  select
    department_id,
    trim(department) as name,
    source_file,
    source_line,
    coalesce(cast(department_id as varchar), '') || ',' || @csv_text(department) as raw_text,
    case
      when department_id is null then 'missing department_id'
      when department_id < 1 then 'department_id ' || cast(department_id as varchar) || ' is below 1'
      when coalesce(trim(department), '') = '' then 'missing department'
    end as fault
  from source
),

-- Rows with a fault are in a partition of their own: they never displace a valid row.
placed as (
  select
    *,
    first_value(source_file) over (
      partition by department_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_file,
    first_value(source_line) over (
      partition by department_id, fault is null order by source_file nulls first, source_line nulls first
    ) as first_line
  from checked
),

final as (
  select
    department_id,
    name as department,
    case
      when fault is not null then fault
      when source_file is distinct from first_file or source_line is distinct from first_line
        then 'duplicate key (department_id ' || cast(department_id as varchar) || '); first seen on line ' || cast(first_line as varchar)
          || case when source_file is distinct from first_file then ' of ' || first_file else '' end
    end as reject_reason,
    source_file,
    source_line,
    raw_text
  from placed
)

select department_id, department, reject_reason, source_file, source_line, raw_text
from final
