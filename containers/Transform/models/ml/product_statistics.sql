-- Per fold of users and product: what the users of the other folds did with the product. Whatever looks at a user reads the
-- rows of the user's own fold, which nothing of that user is in.
with last_orders as (
  select user_id, max(order_number) as last_order
  from clean.order_lines
  where eval_set = 'prior'
  group by user_id
),

-- Each purchase with the user's purchases of the same product before and after it.
purchases as (
  select
    user_id,
    product_id,
    order_number,
    add_to_cart_order,
    reordered,
    lag(order_number) over (partition by user_id, product_id order by order_number nulls last) as purchase_before,
    lead(order_number) over (partition by user_id, product_id order by order_number nulls last) as next_purchase
  from clean.order_lines
  where eval_set = 'prior'
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

in_fold as (
  select
    mod(@user_bucket(purchases.user_id), 5) as fold,
    purchases.product_id,
    count(*) as orders,
    cast(sum(purchases.reordered) as bigint) as reorders,
    count(*) filter (where purchases.purchase_before is null) as users,
    count(*) filter (where purchases.purchase_before is null and purchases.next_purchase is not null) as second_users,
    count(*) filter (where purchases.order_number < last_orders.last_order) as followed,
    count(*) filter (where purchases.next_purchase = purchases.order_number + 1) as followed_again,
    cast(sum(purchases.add_to_cart_order) as bigint) as cart_positions,
    coalesce(cast(sum(purchases.next_purchase - purchases.order_number) as bigint), 0) as gap_orders,
    count(*) filter (where purchases.order_number = last_orders.last_order) as last_orders,
    count(*) filter (where purchases.order_number > last_orders.last_order - 5) as recent_orders
  from purchases
  join last_orders on last_orders.user_id = purchases.user_id
  group by 1, 2
),

counted as (
  select
    coalesce(in_fold.fold, next_baskets.fold) as fold,
    coalesce(in_fold.product_id, next_baskets.product_id) as product_id,
    coalesce(in_fold.orders, 0) as orders,
    coalesce(in_fold.reorders, 0) as reorders,
    coalesce(in_fold.users, 0) as users,
    coalesce(in_fold.second_users, 0) as second_users,
    coalesce(in_fold.followed, 0) as followed,
    coalesce(in_fold.followed_again, 0) as followed_again,
    coalesce(in_fold.cart_positions, 0) as cart_positions,
    coalesce(in_fold.gap_orders, 0) as gap_orders,
    coalesce(in_fold.last_orders, 0) as last_orders,
    coalesce(in_fold.recent_orders, 0) as recent_orders,
    coalesce(next_baskets.next_orders, 0) as next_orders
  from in_fold
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
