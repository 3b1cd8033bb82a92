from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models.lookups import GreaterThan


class Migration(migrations.Migration):
    """New rows are held to it at once. The table is read through by the next migration, which blocks nobody."""

    dependencies = [("recommendations", "0008_webhooks"), ("catalog", "0009_merchant_systems")]

    operations = [
        # What is wrong already is made again by the sweep.
        migrations.RunSQL(
            "UPDATE recommendations_imageembedding SET state = 'pending', vector = NULL, attempts = 0"
            " WHERE l2_norm(vector) = 0",
            migrations.RunSQL.noop,
        ),
        AddConstraintNotValid(
            model_name="imageembedding",
            constraint=models.CheckConstraint(
                condition=GreaterThan(
                    models.Func(models.F("vector"), function="l2_norm", output_field=models.FloatField()), 0.0
                ),
                name="embedding_vector_is_not_zero",
            ),
        ),
    ]
