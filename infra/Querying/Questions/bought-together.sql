-- Which pairs of products are bought together more than chance would have it?
with pairs as (
  select product_id, similar_product_id, orders_together, score
  from published.similar_products
),

-- A pair that is in both products' lists is one pair.
ordered as (
  select
    case when product_id < similar_product_id then product_id else similar_product_id end as one_product_id,
    case when product_id < similar_product_id then similar_product_id else product_id end as other_product_id,
    orders_together as together,
    score as similarity
  from pairs
),

final as (
  select one_product_id, other_product_id, max(together) as orders_together, max(similarity) as score
  from ordered
  group by one_product_id, other_product_id
)

select one_product_id, other_product_id, orders_together, score
from final
order by score desc nulls last, one_product_id nulls last, other_product_id nulls last
limit 100
