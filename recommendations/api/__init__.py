"""The part of the API that searches by sight."""
