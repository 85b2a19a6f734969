-- What is recommended at each place of the lists: to how many users, and how many different products.
select
    model,
    rank as place,
    count(*) as users,
    count(distinct product_id) as products,
    avg(cast(score as double)) as mean_score
from published.recommendations
group by model, rank
