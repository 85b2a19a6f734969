-- Which share of each department's sales do its ten best sellers make?
with best as (
  select segment_value, popularity_rank, product_id, purchases, share
  from published.popularity_by_segment
  where segment = 'department' and popularity_rank <= 10
),

final as (
  select
    segment_value as department_id,
    count(*) as products,
    cast(sum(purchases) as bigint) as purchases,
    cast(sum(share) as double) as share_of_department
  from best
  group by segment_value
)

select department_id, products, purchases, share_of_department
from final
order by purchases desc nulls last, department_id nulls last
