"""One function for each type of product: a look becomes a drawing."""
