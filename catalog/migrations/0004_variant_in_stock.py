from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_thumbnails"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="variant",
            index=models.Index(
                condition=models.Q(("stock__gt", 0)),
                fields=["product"],
                include=("colour", "size", "price_minor"),
                name="variant_in_stock",
            ),
        ),
    ]
