"""Where the photo comes from: an upload, the page's own copy, or a picture that the shop has itself."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from catalog.models import ProductImage
from catalog.selectors.samples import SampleNotFoundError, sample_photo
from catalog.services.stored_pictures import StoredPictureError, read_stored

from .uploads import UploadError, photo_bytes

SAMPLE_FIELD = "sample"
IMAGE_FIELD = "image"
_GONE = 404


def source_bytes(request: HttpRequest) -> bytes:
    """The photo that a form sends or names. Raises PictureError, UploadError."""
    if not request.FILES:
        if key := request.POST.get(SAMPLE_FIELD):
            return _sample(key)
        if image_id := request.POST.get(IMAGE_FIELD):
            return _product_picture(image_id)
    return photo_bytes(request)


def _sample(key: str) -> bytes:
    try:
        return sample_photo(key=key)
    except SampleNotFoundError as error:
        raise UploadError(_("This sample is not here any more. Choose another photo."), _GONE) from error


def _product_picture(image_id: str) -> bytes:
    try:
        number = int(image_id[:18])
        image = ProductImage.objects.get(pk=number, product__is_published=True)
        return read_stored(str(image.file.name), digest=image.digest)
    except (ValueError, ProductImage.DoesNotExist, StoredPictureError) as error:
        raise UploadError(_("This picture is not here any more. Choose another photo."), _GONE) from error
