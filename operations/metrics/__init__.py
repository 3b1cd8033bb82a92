"""What Prometheus reads. Names, labels and units: docs/operate.md."""
