"""Which patch of the searched part is most like a product: a script sends that part once more."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from catalog.imaging import PictureBusy, PictureError, open_picture

from ..encoders import EncoderBusy
from ..models import PhotoQuery
from ..search_proof import proven_token
from ..selectors.matched_patch import NotTold, matched_patch
from ..selectors.photo_queries import live_photo_query
from ..sharpness import PART_SIDE
from ..sources import IMAGE_FIELD
from ..uploads import CARRIED_FIELD, UploadError, photo_bytes, receive


@csrf_exempt
@sensitive_post_parameters(CARRIED_FIELD)
@require_POST
def photo_patch(request: HttpRequest) -> JsonResponse:
    """Exempt from the middleware's CSRF check for the reason that `visual_search` is."""
    try:
        receive(request)
    except (PictureError, UploadError) as error:
        return _refused(error)
    return _checked(request)


@csrf_protect
def _checked(request: HttpRequest) -> JsonResponse:
    try:
        part = open_picture(photo_bytes(request), side=PART_SIDE)
        heat = matched_patch(query=_query(request), part=part, image_id=_image_id(request))
    except (PictureError, UploadError, NotTold) as error:
        return _refused(error)
    except EncoderBusy:
        return _refused(PictureBusy())
    return JsonResponse(asdict(heat))


def _query(request: HttpRequest) -> PhotoQuery:
    """Raises UploadError."""
    token = proven_token(request.POST.get("search", ""))
    query = live_photo_query(token=token, now=timezone.now()) if token else None
    if query is None:
        raise UploadError(_("This photo search has ended. Choose the photo again."), 404)
    return query


def _image_id(request: HttpRequest) -> int:
    """Raises NotTold."""
    try:
        return int(request.POST.get(IMAGE_FIELD, "")[:18])
    except ValueError as error:
        raise NotTold from error


def _refused(error: PictureError | UploadError | NotTold) -> JsonResponse:
    response = JsonResponse({"error": str(error)}, status=error.status)
    if isinstance(error, PictureBusy):
        response["Retry-After"] = str(error.retry_after)
    return response
