"""How good an encoder is, in figures with intervals."""
