"""What customers see and change of their accounts."""
