"""Every model that can be drawn, by name."""

from collections.abc import Callable
from typing import Final

from .garments.accessories import scarf, socks, tie
from .garments.backpacks import backpack, rucksack
from .garments.belts import belt
from .garments.blouses import blouse
from .garments.denim_jackets import denim_jacket
from .garments.dresses import knit_dress, maxi_dress, shirt_dress, sun_dress, tea_dress
from .garments.eyewear import sunglasses
from .garments.graphics import graphic_tee
from .garments.handbags import shoulder_bag, top_handle
from .garments.headwear import beanie, cap
from .garments.heels import ballet_flat, pump
from .garments.jackets import bomber, puffer
from .garments.jeans import denim_shorts, skinny_jeans, straight_jeans, wide_jeans
from .garments.knitwear import cable_sweater, cardigan, roll_neck, sweater
from .garments.leather_shoes import chelsea_boot, oxford
from .garments.sandals import flip_flop, sandal
from .garments.shirts import denim_shirt, shirt, short_sleeve_shirt, tunic
from .garments.skirts import denim_skirt, flared_skirt, pleated_skirt
from .garments.sneakers import canvas_sneaker, high_top, leather_sneaker, runner, slip_on
from .garments.sportswear import joggers, leggings, sweat_shorts, track_pants
from .garments.sweats import hoodie, sweatshirt
from .garments.tailoring import blazer, parka
from .garments.tees import long_sleeve_tee, pocket_tee, polo, ringer_tee, tank, tee, vneck_tee
from .garments.totes import bucket_bag, tote
from .garments.trousers import chino_shorts, chinos, linen_trousers, suit_trousers, wide_trousers
from .garments.wallets import wallet
from .garments.watches import watch
from .goods import Cut, Goods

_DRAWN: Final = (
    *(tee, vneck_tee, pocket_tee, long_sleeve_tee, ringer_tee, polo, tank),
    *(
        blouse,
        sweatshirt,
        hoodie,
        sweater,
        cable_sweater,
        roll_neck,
        cardigan,
    ),
    *(graphic_tee, shirt, short_sleeve_shirt, denim_shirt, tunic),
    *(bomber, denim_jacket, puffer, blazer, parka),
    *(sun_dress, tea_dress, maxi_dress, shirt_dress, knit_dress),
    *(flared_skirt, pleated_skirt, denim_skirt),
    *(straight_jeans, skinny_jeans, wide_jeans, denim_shorts, chinos),
    *(wide_trousers, suit_trousers, linen_trousers, chino_shorts),
    *(joggers, track_pants, sweat_shorts, leggings),
    *(canvas_sneaker, high_top, leather_sneaker, slip_on, runner, oxford),
    *(chelsea_boot, pump, ballet_flat, sandal, flip_flop),
    *(
        top_handle,
        tote,
        shoulder_bag,
        bucket_bag,
        backpack,
        rucksack,
        wallet,
    ),
    *(
        cap,
        beanie,
        watch,
        sunglasses,
        belt,
        scarf,
        socks,
        tie,
    ),
)
MODELS: Final[dict[str, Callable[[Cut], Goods]]] = {draw.__name__: draw for draw in _DRAWN}


def goods(cut: Cut) -> Goods:
    """Raises KeyError for an unknown model."""
    return MODELS[cut.model](cut)
