"""How quick the pages are for a shopper with an ordinary phone: `make bench-pages`."""
