"""What an operator needs: probes, logs, metrics, the doctor, backups, replicas."""
