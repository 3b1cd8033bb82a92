"""The merchant's desk with many products: pages of the admin, and an import that is killed half-way."""
