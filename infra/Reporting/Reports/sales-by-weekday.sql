-- Lines of orders by the day of the week on which they were placed, 0 to 6.
-- A product's share of its segment is its purchases over all lines of the segment: so any product tells how many those are.
select
    segment_value as weekday,
    cast(round(cast(purchases as double) / nullif(share, 0)) as bigint) as lines
from published.popularity_by_segment
where segment = 'day_of_week' and popularity_rank = 1
