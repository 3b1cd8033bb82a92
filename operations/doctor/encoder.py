"""The active encoder, its file and the vectors it made; and what finds the goods in a photo."""

from collections.abc import Iterator

import numpy as np
from django.conf import settings

from recommendations.encoders import EncoderArtefactError, UnknownEncoder, load_encoder
from recommendations.litert import ArtefactError
from recommendations.regions import suggest
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


def examine_regions() -> Iterator[Finding]:
    try:
        suggest(np.zeros((64, 64, 3), np.uint8))
    except ArtefactError as error:
        yield problem("regions", f"Photos cannot be looked at: {error} See to VITRINE_REGIONS.")
    else:
        yield fine("regions", f"{settings.VITRINE_REGIONS or 'Nothing'} looks for the goods in a photo.")
