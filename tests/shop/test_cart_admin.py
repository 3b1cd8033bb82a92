from django.test import Client

from catalog.models import Variant
from shop.models import Cart
from shop.services.cart import add_to_cart


def test_staff_see_carts_with_their_items(admin_client: Client, shirt: Variant) -> None:
    cart = add_to_cart(cart=Cart(), sku=shirt.sku, quantity=3).cart
    page = admin_client.get("/admin/shop/cart/", {"q": shirt.sku}).content.decode()
    assert str(cart.token) in page
    assert '<td class="field-items">3</td>' in page


def test_staff_see_the_lines_but_change_nothing(admin_client: Client, shirt: Variant) -> None:
    cart = add_to_cart(cart=Cart(), sku=shirt.sku, quantity=3).cart
    url = f"/admin/shop/cart/{cart.pk}/change/"
    assert "Linen shirt" in admin_client.get(url).content.decode()
    assert admin_client.post(url, {}).status_code == 403
