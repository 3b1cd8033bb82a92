"""The API as a whole: its addresses, errors, limits, and the schema that describes it.

What an endpoint does is in the `api` package of the app that it belongs to.
"""
