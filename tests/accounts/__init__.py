"""Who signs up, signs in, and what is kept of them."""
