"""Writes: each function is atomic, and raises a named error when it leaves everything as it was."""
