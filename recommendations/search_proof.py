"""Proof that a form comes from the page that answered the photo: only that page may move the search.

The link of a search is for sharing; whoever is given it can look, but not put another photo behind it.
"""

from django.core.signing import BadSignature, Signer

_SIGNER = Signer(salt="recommendations.photo_query")


def proof_of(token: str) -> str:
    return _SIGNER.sign(token)


def proven_token(proof: str) -> str:
    """The token that `proof` was made of; empty if it was not."""
    try:
        return _SIGNER.unsign(proof)
    except BadSignature:
        return ""
