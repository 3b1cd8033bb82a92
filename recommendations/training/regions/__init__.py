"""Training of what finds the goods in a shopper's photo."""
