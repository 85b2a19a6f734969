-- The 100 most bought products, and how often they are bought again.
select
    popular.popularity_rank,
    products.product_name,
    departments.department,
    popular.purchases,
    cast(features.prod_reorders as double) / nullif(features.prod_orders, 0) as reordered,
    cast(features.prod_second_orders as double) / nullif(features.prod_first_orders, 0) as bought_again
from published.popularity_by_segment as popular
join curated.prd_features as features on features.product_id = popular.product_id
join clean.products as products on products.product_id = popular.product_id
join clean.departments as departments on departments.department_id = products.department_id
where popular.segment = 'all'
