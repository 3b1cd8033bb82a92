"""What must hold of orders when many buy at once, through gunicorn: docs/scorecard.md."""
