-- Per fold of users and product: what the users of the other folds did with the product. Whatever looks at a user reads the
-- rows of the user's own fold, which nothing of that user is in.
with lines as (
  select
    user_id,
    product_id,
    order_number,
    add_to_cart_order,
    reordered,
    mod(@user_bucket(user_id), 5) as fold
  from clean.order_lines
  where eval_set = 'prior'
),

last_orders as (
  select user_id, max(order_number) as last_order
  from lines
  group by user_id
),

sequences as (
  select
    user_id,
    product_id,
    order_number,
    lead(order_number) over (partition by user_id, product_id order by order_number nulls last) as next_purchase
  from lines
),

-- How often the train baskets of the users to fit on have it; those of test users are not for learning from.
next_baskets as (
  select
    mod(@user_bucket(user_id), 5) as fold,
    product_id,
    count(*) as next_orders
  from clean.order_lines
  where eval_set = 'train' and @user_split(user_id) = 'fit'
  group by 1, 2
),

users_in_fold as (
  select fold, product_id, count(*) as users, count(*) filter (where times >= 2) as second_users
  from (select fold, user_id, product_id, count(*) as times from lines group by fold, user_id, product_id) as pairs
  group by fold, product_id
),

in_fold as (
  select
    lines.fold,
    lines.product_id,
    count(*) as orders,
    cast(sum(lines.reordered) as bigint) as reorders,
    count(*) filter (where lines.order_number < last_orders.last_order) as followed,
    count(*) filter (where sequences.next_purchase = lines.order_number + 1) as followed_again,
    cast(sum(lines.add_to_cart_order) as bigint) as cart_positions,
    coalesce(cast(sum(sequences.next_purchase - lines.order_number) as bigint), 0) as gap_orders,
    count(*) filter (where lines.order_number = last_orders.last_order) as last_orders,
    count(*) filter (where lines.order_number > last_orders.last_order - 5) as recent_orders
  from lines
  join last_orders on last_orders.user_id = lines.user_id
  join sequences
    on sequences.user_id = lines.user_id
    and sequences.product_id = lines.product_id
    and sequences.order_number = lines.order_number
  group by lines.fold, lines.product_id
),

counted as (
  select
    coalesce(in_fold.fold, next_baskets.fold) as fold,
    coalesce(in_fold.product_id, next_baskets.product_id) as product_id,
    coalesce(in_fold.orders, 0) as orders,
    coalesce(in_fold.reorders, 0) as reorders,
    coalesce(users_in_fold.users, 0) as users,
    coalesce(users_in_fold.second_users, 0) as second_users,
    coalesce(in_fold.followed, 0) as followed,
    coalesce(in_fold.followed_again, 0) as followed_again,
    coalesce(in_fold.cart_positions, 0) as cart_positions,
    coalesce(in_fold.gap_orders, 0) as gap_orders,
    coalesce(in_fold.last_orders, 0) as last_orders,
    coalesce(in_fold.recent_orders, 0) as recent_orders,
    coalesce(next_baskets.next_orders, 0) as next_orders
  from in_fold
  join users_in_fold on users_in_fold.fold = in_fold.fold and users_in_fold.product_id = in_fold.product_id
  full join next_baskets on next_baskets.fold = in_fold.fold and next_baskets.product_id = in_fold.product_id
),

folds as (
  select fold from (values (0), (1), (2), (3), (4)) as numbers (fold)
),

final as (
  select
    folds.fold,
    counted.product_id,
    cast(sum(counted.orders) as bigint) as orders,
    cast(sum(counted.reorders) as bigint) as reorders,
    cast(sum(counted.users) as bigint) as users,
    cast(sum(counted.second_users) as bigint) as second_users,
    cast(sum(counted.followed) as bigint) as followed,
    cast(sum(counted.followed_again) as bigint) as followed_again,
    cast(sum(counted.cart_positions) as bigint) as cart_positions,
    cast(sum(counted.gap_orders) as bigint) as gap_orders,
    cast(sum(counted.last_orders) as bigint) as last_orders,
    cast(sum(counted.recent_orders) as bigint) as recent_orders,
    cast(sum(counted.next_orders) as bigint) as next_orders
  from counted
  cross join folds
  where folds.fold <> counted.fold
  group by folds.fold, counted.product_id
)

select
  fold,
  product_id,
  orders,
  reorders,
  users,
  second_users,
  followed,
  followed_again,
  cart_positions,
  gap_orders,
  last_orders,
  recent_orders,
  next_orders
from final
