-- What sells best in each hour of the day, and how much of that hour is it?
with hours as (
  select segment_value, popularity_rank, product_id, purchases, share
  from published.popularity_by_segment
  where segment = 'hour_of_day' and popularity_rank <= 3
)

select segment_value as hour_of_day, popularity_rank, product_id, purchases, share
from hours
order by hour_of_day nulls last, popularity_rank nulls last
