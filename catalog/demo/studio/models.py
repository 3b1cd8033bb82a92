"""Every model that can be drawn, by name."""

from collections.abc import Callable
from typing import Final

from .garments import bags, bottoms, dresses, graphics, outerwear, shirts, shoes, small, tops
from .goods import Cut, Goods

_DRAWN: Final = (
    *(tops.tee, tops.vneck_tee, tops.pocket_tee, tops.long_sleeve_tee, tops.ringer_tee, tops.polo, tops.tank),
    *(
        tops.blouse,
        tops.sweatshirt,
        tops.hoodie,
        tops.sweater,
        tops.cable_sweater,
        tops.roll_neck,
        tops.cardigan,
    ),
    *(graphics.graphic_tee, shirts.shirt, shirts.short_sleeve_shirt, shirts.denim_shirt, shirts.tunic),
    *(outerwear.bomber, outerwear.denim_jacket, outerwear.puffer, outerwear.blazer, outerwear.parka),
    *(dresses.sun_dress, dresses.tea_dress, dresses.maxi_dress, dresses.shirt_dress, dresses.knit_dress),
    *(dresses.flared_skirt, dresses.pleated_skirt, dresses.denim_skirt),
    *(bottoms.straight_jeans, bottoms.skinny_jeans, bottoms.wide_jeans, bottoms.denim_shorts, bottoms.chinos),
    *(bottoms.wide_trousers, bottoms.suit_trousers, bottoms.linen_trousers, bottoms.chino_shorts),
    *(bottoms.joggers, bottoms.track_pants, bottoms.sweat_shorts, bottoms.leggings),
    *(shoes.canvas_sneaker, shoes.high_top, shoes.leather_sneaker, shoes.slip_on, shoes.runner, shoes.oxford),
    *(shoes.chelsea_boot, shoes.pump, shoes.ballet_flat, shoes.sandal, shoes.flip_flop),
    *(
        bags.top_handle,
        bags.tote,
        bags.shoulder_bag,
        bags.bucket_bag,
        bags.backpack,
        bags.rucksack,
        bags.wallet,
    ),
    *(
        small.cap,
        small.beanie,
        small.watch,
        small.sunglasses,
        small.belt,
        small.scarf,
        small.socks,
        small.tie,
    ),
)
MODELS: Final[dict[str, Callable[[Cut], Goods]]] = {draw.__name__: draw for draw in _DRAWN}


def goods(cut: Cut) -> Goods:
    """Raises KeyError for an unknown model."""
    return MODELS[cut.model](cut)
