"""What the catalogue tells whoever listens, by ids and after the commit.

An import stores its pictures in bulk, and bulk inserts send no `post_save`: whoever derives rows from
pictures listens to both, `post_save` of ProductImage and this one.
"""

from django.dispatch import Signal

# Sent with `image_ids`, a list of the primary keys of one batch's new pictures.
images_imported = Signal()

# Sent with `product_id` and `request` when a product's page, its quick view or the API's product is answered,
# not for a choice of variant. In the request: listeners do nothing that it would have to wait for.
product_opened = Signal()
