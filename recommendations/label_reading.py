"""What the encoder itself reads from a stored picture, as words."""

from catalog.imaging import PictureError, open_picture
from catalog.models import ProductImage
from catalog.services.stored_pictures import StoredPictureError, read_stored

from .encoders import EncoderArtefactError, EncoderBusy, UnknownEncoder, shared_pool


def read_labels(image: ProductImage, *, encoder_key: str) -> dict[str, tuple[str, float]]:
    """For each head of the encoder its likeliest label and how likely; none where it cannot look now."""
    try:
        data = read_stored(str(image.file.name), digest=image.digest)
        with shared_pool(encoder_key).encoder() as eyes:
            scores = eyes.encode([open_picture(data, side=eyes.card.input_size)]).scores
            heads = eyes.card.labels
    except (StoredPictureError, PictureError, EncoderBusy, EncoderArtefactError, UnknownEncoder):
        return {}
    best = {head: int(rows[0].argmax()) for head, rows in scores.items()}
    return {head: (heads[head][place], float(scores[head][0][place])) for head, place in best.items()}
