"""Carts of guests and customers against plain dictionaries, under any sequence of changes and sign-ins."""

import os
from collections import defaultdict
from itertools import count
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from catalog.models import Variant
from shop.holder import Holder
from shop.models import MAX_QUANTITY, Cart, CartLine
from shop.services.cart import CartError, add_to_cart, change_quantity, remove_line
from shop.services.sign_in import bring_along
from tests.factories import make_product

SEQUENCES = int(os.environ.get("VITRINE_CART_SEQUENCES", "8"))

browsers = st.integers(0, 1)
people = st.integers(0, 1)
goods = st.integers(0, 1)
quantities = st.one_of(st.integers(1, 3), st.integers(-1, 6), st.sampled_from([98, 99, 100]))
stocks = st.sampled_from([0, 1, 5, 150])


class Carts(RuleBasedStateMachine):
    """Two browsers, two customers, two goods. `model` is what each holder has, by number of the good."""

    def __init__(self) -> None:
        super().__init__()
        self._undone = transaction.atomic()
        self._undone.__enter__()
        self._tokens = (UUID(int=number) for number in count(1))
        self.model: dict[Holder, dict[int, int]] = defaultdict(dict)
        self.dead: list[UUID] = []

    @initialize()
    def open_the_shop(self) -> None:
        self.variants = [make_product(images=0, stock=5).variants.get() for _ in range(2)]
        self.stock = [5, 5]
        self.customers = [User.objects.create_user(f"customer-{number}") for number in range(2)]
        self.browsers = [self._new_guest() for _ in range(2)]

    @rule(browser=browsers, good=goods, quantity=quantities)
    def add(self, browser: int, good: int, quantity: int) -> None:
        mine = self.model[self.browsers[browser]]
        wanted = mine.get(good, 0) + quantity
        if self._allowed(self._try(add_to_cart, browser, good, quantity), quantity, wanted, good):
            mine[good] = wanted

    @rule(browser=browsers, good=goods, quantity=quantities)
    def change(self, browser: int, good: int, quantity: int) -> None:
        mine = self.model[self.browsers[browser]]
        done = self._try(change_quantity, browser, good, quantity)
        if good not in mine:
            assert not done
        elif self._allowed(done, quantity, quantity, good):
            mine[good] = quantity

    @rule(browser=browsers, good=goods)
    def remove(self, browser: int, good: int) -> None:
        mine = self.model[self.browsers[browser]]
        try:
            remove_line(cart=self._cart(browser), sku=self.variants[good].sku)
        except CartError:
            assert good not in mine
        else:
            del mine[good]

    @rule(good=goods, stock=stocks)
    def restock(self, good: int, stock: int) -> None:
        Variant.objects.filter(pk=self.variants[good].pk).update(stock=stock)
        self.stock[good] = stock

    @rule(browser=browsers, person=people)
    def sign_in(self, browser: int, person: int) -> None:
        guest, customer = self.browsers[browser], Holder(customer_id=self.customers[person].pk)
        if guest.customer_id is not None:
            return
        self._bring(person, guest.token)
        for good, quantity in self.model.pop(guest, {}).items():
            self.model[customer][good] = self._together(good, self.model[customer].get(good, 0), quantity)
        self.dead.append(guest.token or UUID(int=0))
        self.browsers[browser] = customer

    @rule(browser=browsers)
    def sign_out(self, browser: int) -> None:
        if self.browsers[browser].customer_id is not None:
            self.browsers[browser] = self._new_guest()

    @rule(person=people, thief=people)
    def show_anothers_token(self, person: int, thief: int) -> None:
        cart = Cart.objects.filter(customer=self.customers[person]).first()
        for token in [*self.dead, *([cart.token] if cart else [])]:
            self._bring(thief, token)

    @invariant()
    def every_cart_is_what_its_dictionary_says(self) -> None:
        held: dict[Holder, dict[int, int]] = defaultdict(dict)
        numbers = {variant.pk: number for number, variant in enumerate(self.variants)}
        for line in CartLine.objects.select_related("cart"):
            cart = line.cart
            holder = Holder(customer_id=cart.customer_id) if cart.customer_id else Holder(token=cart.token)
            held[holder][numbers[line.variant_id]] = line.quantity
        assert held == {holder: mine for holder, mine in self.model.items() if mine}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._undone.__exit__(None, None, None)

    def _new_guest(self) -> Holder:
        return Holder(token=next(self._tokens))

    def _cart(self, browser: int) -> Cart:
        holder = self.browsers[browser]
        return Cart.objects.held_by(holder).first() or Cart(**holder.fields)

    def _try(self, act: object, browser: int, good: int, quantity: int) -> bool:
        try:
            act(cart=self._cart(browser), sku=self.variants[good].sku, quantity=quantity)  # type: ignore[operator]
        except CartError:
            return False
        return True

    def _allowed(self, done: bool, quantity: int, wanted: int, good: int) -> bool:
        assert done == (1 <= quantity <= MAX_QUANTITY and wanted <= min(MAX_QUANTITY, self.stock[good]))
        return done

    def _together(self, good: int, mine: int, theirs: int) -> int:
        most = min(self.stock[good], MAX_QUANTITY)
        return mine + theirs if mine + theirs <= most else max(most, mine, theirs)

    def _bring(self, person: int, token: UUID | None) -> None:
        customer = self.customers[person]
        bring_along(customer=customer, cart=token, wishlist=None, viewed=[], now=timezone.now())


@pytest.mark.django_db
def test_any_sequence() -> None:
    """`VITRINE_CART_SEQUENCES=500` tries more of them."""
    run_state_machine_as_test(
        Carts, settings=settings(max_examples=SEQUENCES, stateful_step_count=20, deadline=None)
    )
