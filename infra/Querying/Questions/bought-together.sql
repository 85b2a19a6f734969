-- Which pairs of products are bought together more than chance would have it?
with pairs as (
  select product_id, similar_product_id, orders_together, score
  from published.similar_products
),

-- A pair that is in both products' lists is one pair.
final as (
  select
    case when product_id < similar_product_id then product_id else similar_product_id end as product_id,
    case when product_id < similar_product_id then similar_product_id else product_id end as with_product_id,
    max(orders_together) as orders_together,
    max(score) as score
  from pairs
  group by 1, 2
)

select product_id, with_product_id, orders_together, score
from final
order by score desc nulls last, product_id nulls last, with_product_id nulls last
limit 100
