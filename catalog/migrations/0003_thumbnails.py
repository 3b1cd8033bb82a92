import django.contrib.postgres.fields
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0002_text_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="productimage",
            name="thumbnail_widths",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.PositiveSmallIntegerField(),
                default=list,
                editable=False,
                size=None,
                verbose_name="widths of the thumbnails",
            ),
        ),
        # Those that are stored already are due when this runs.
        migrations.AddField(
            model_name="productimage",
            name="thumbnails_due_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, editable=False, null=True, verbose_name="thumbnails due"
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="thumbnail_attempts",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="attempts at thumbnails"
            ),
        ),
        migrations.AddField(
            model_name="productimage",
            name="thumbnail_error",
            field=models.CharField(
                blank=True, editable=False, max_length=300, verbose_name="why there are no thumbnails"
            ),
        ),
        migrations.AddIndex(
            model_name="productimage",
            index=models.Index(fields=["file"], name="image_file"),
        ),
        migrations.AddIndex(
            model_name="productimage",
            index=models.Index(
                condition=models.Q(("thumbnails_due_at__isnull", False)),
                fields=["thumbnails_due_at", "id"],
                name="image_thumbnails_due",
            ),
        ),
    ]
