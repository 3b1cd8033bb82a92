"""Where other systems feed the catalogue: batches of items, each with its own result."""
