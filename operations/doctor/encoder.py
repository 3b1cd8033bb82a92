"""The active encoder: its file, and the vectors it made."""

from collections.abc import Iterator

from django.conf import settings

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, load_encoder
from recommendations.selectors import active_encoder, embedding_coverage

from .finding import Finding, fine, problem, warning


def examine() -> Iterator[Finding]:
    try:
        key = active_encoder().key
        encoder = load_encoder(key, settings.VITRINE_ENCODER_DIRS)
        encoder.encode([])  # reads the file, and compares its digest with its card's
    except (EncoderArtefactError, UnknownEncoder) as error:
        yield problem("encoder", str(error))
        return
    yield fine("encoder", f"{key} is whole ({encoder.card.digest[:12]}).")
    coverage = embedding_coverage()
    if coverage.missing:
        text = f"{coverage.missing} of {coverage.images} images have no vector: run manage.py reembed."
        yield warning("encoder", text)
    if coverage.failed:
        yield warning("encoder", f"{coverage.failed} images were given up: the admin says why.")
