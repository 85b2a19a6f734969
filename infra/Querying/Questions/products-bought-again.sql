-- Which products do users come back for: of those who bought it once, how many bought it again?
with products as (
  select product_id, prod_orders, prod_first_orders, prod_second_orders
  from curated.prd_features
),

final as (
  select
    product_id,
    prod_orders as orders,
    prod_first_orders as buyers,
    prod_second_orders as buyers_again,
    cast(prod_second_orders as double) / nullif(cast(prod_first_orders as double), 0) as share_again
  from products
  -- A share of few buyers says little.
  where prod_first_orders >= 5
)

select product_id, orders, buyers, buyers_again, share_again
from final
order by share_again desc nulls last, buyers desc nulls last, product_id nulls last
limit 100
