"""Signing in and up without a page: allauth's flows and limits, with the API's errors and schema."""
