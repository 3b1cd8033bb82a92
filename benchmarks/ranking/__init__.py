"""Rows of similar looks before and after ranking, on real pictures: figures, and a page to look at."""
