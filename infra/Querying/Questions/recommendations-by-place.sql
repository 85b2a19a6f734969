-- How varied are recommendations: how many different products stand at each place, and how many of them has the user never bought?
with recommended as (
  select user_id, rank, product_id
  from published.recommendations
),

bought as (
  select user_id, product_id
  from curated.up_features
),

final as (
  select
    recommended.rank,
    count(*) as users,
    count(distinct recommended.product_id) as distinct_products,
    cast(count_if(bought.product_id is null) as bigint) as new_to_the_user
  from recommended
  left join bought on bought.user_id = recommended.user_id and bought.product_id = recommended.product_id
  group by recommended.rank
)

select rank, users, distinct_products, new_to_the_user
from final
order by rank nulls last
