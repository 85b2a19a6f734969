-- Lines of orders by department.
-- A product's share of its segment is its purchases over all lines of the segment: so any product tells how many those are.
select
    departments.department,
    cast(round(cast(segments.purchases as double) / nullif(segments.share, 0)) as bigint) as lines
from published.popularity_by_segment as segments
join clean.departments as departments on departments.department_id = segments.segment_value
where segments.segment = 'department' and segments.popularity_rank = 1
