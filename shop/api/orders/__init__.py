"""From a cart to an order, and what becomes of it."""
