"""Reads: what a page prints, in a number of queries that does not grow with the rows."""
