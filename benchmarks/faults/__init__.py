"""What the shop does while its parts break: `make faults` writes docs/resilience.md."""

DEADLY = b"kills its decoder"
"""How a picture ends that does."""
