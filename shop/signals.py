"""What the shop tells whoever listens, by ids and after the commit.

`added_to_cart` comes with `variant_id`, `product_id`, `quantity`, `source`, the list that it was added from,
if any, and whose cart it is: `customer_id`, or a guest's `token`.
`order_placed`, `order_paid`, `order_cancelled` and `order_refunded` come with `order_id`; each line of that
order carries its source.
`personal_data_asked` comes with `customer_id`; whoever keeps more of a customer answers with it, by headings.
"""

from django.dispatch import Signal

personal_data_asked = Signal()
added_to_cart = Signal()
order_placed = Signal()
order_paid = Signal()
order_cancelled = Signal()
order_refunded = Signal()
