import django.db.models.deletion
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("catalog", "0011_variant_cost")]

    operations = [
        AddIndexConcurrently(
            model_name="variant",
            index=models.Index(fields=["price_minor", "product"], name="variant_by_price"),
        ),
        AddIndexConcurrently(
            model_name="productimage",
            index=models.Index(fields=["product"], include=("id",), name="image_of_product"),
        ),
        migrations.AlterField(
            model_name="productimage",
            name="product",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="images",
                to="catalog.product",
                verbose_name="product",
            ),
        ),
    ]
