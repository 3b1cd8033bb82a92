from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from recommendations.models import ImageEmbedding
from recommendations.services.embedding import EmbedReport, embed_images
from tests.factories import make_product


def test_deliveries_at_the_same_time_share_the_work(transactional_db: None) -> None:
    ids = list(make_product(images=12).images.values_list("pk", flat=True))

    def deliver(_: int) -> EmbedReport:
        try:
            return embed_images(image_ids=ids)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        reports = list(workers.map(deliver, range(20)))
    assert sum(report.embedded for report in reports) == len(ids)
    assert set(ImageEmbedding.objects.values_list("state", "attempts")) == {("ready", 1)}
