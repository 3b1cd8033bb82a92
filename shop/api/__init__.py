"""The part of the API that buys: carts, wish-lists, what was looked at."""
