"""Photo search as others build it beside the shop's own: the same pictures, as many products, one machine."""
