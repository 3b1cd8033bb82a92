"""The embedded PostgreSQL and Valkey: found when they run, started when not, stopped by the last to leave.

Knows no Django: it runs before the settings are read, which take the servers' URLs from the environment.
"""
