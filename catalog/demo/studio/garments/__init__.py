"""The goods, one file for each family of them."""
