"""The shop in one folder, and back: the database and every picture (docs/operate.md)."""
