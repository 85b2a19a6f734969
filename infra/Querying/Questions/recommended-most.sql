-- Which products are recommended most, how high, and do they sell as well as they are recommended?
with recommended as (
  select product_id, count(*) as users, avg(cast(rank as double)) as mean_rank
  from published.recommendations
  group by product_id
),

popular as (
  select product_id, popularity_rank
  from published.popularity_by_segment
  where segment = 'all'
)

select recommended.product_id, recommended.users, recommended.mean_rank, popular.popularity_rank
from recommended
left join popular on popular.product_id = recommended.product_id
order by recommended.users desc nulls last, recommended.product_id nulls last
limit 100
