-- Lines of orders by the hour of the day in which they were placed, 0 to 23.
-- A product's share of its segment is its purchases over all lines of the segment: so any product tells how many those are.
select
    segment_value as hour_of_day,
    cast(round(cast(purchases as double) / nullif(share, 0)) as bigint) as lines
from published.popularity_by_segment
where segment = 'hour_of_day' and popularity_rank = 1
