"""Products → the table that an import reads."""

from .files import csv_lines, safe_cell, xlsx_file
from .rows import export_columns, export_rows

__all__ = ["csv_lines", "export_columns", "export_rows", "safe_cell", "xlsx_file"]
