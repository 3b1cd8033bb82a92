"""The catalogue's part of the API: categories, products, and what lists of them may be narrowed to."""
