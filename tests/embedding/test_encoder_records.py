import pytest
from django.conf import settings

from recommendations.encoders import UnknownEncoder, encoder_cards
from recommendations.models import Encoder
from recommendations.selectors import active_encoder


def test_is_made_from_the_card_on_first_use(db: None) -> None:
    card = encoder_cards()[settings.VITRINE_ENCODER]
    encoder = active_encoder()
    assert (encoder.key, encoder.dimension, encoder.digest) == (card.key, card.dimension, card.digest)
    assert active_encoder() == encoder


def test_a_changed_artefact_is_another_encoder(db: None) -> None:
    older = Encoder.objects.create(key=settings.VITRINE_ENCODER, dimension=7, digest="0" * 64)
    assert active_encoder() != older
    assert Encoder.objects.count() == 2


def test_an_unknown_key(db: None) -> None:
    with pytest.raises(UnknownEncoder, match="colour-histogram"):
        Encoder.objects.ensure("no-such")
    assert not Encoder.objects.exists()
