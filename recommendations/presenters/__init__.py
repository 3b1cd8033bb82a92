"""What the pages print, computed before a template sees it."""
