import django.db.models.functions.text
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("shop", "0010_restock_notices")]

    operations = [
        AddIndexConcurrently(
            model_name="order",
            index=models.Index(
                django.db.models.functions.text.Upper("email"),
                condition=models.Q(("customer", None)),
                name="order_of_guest",
            ),
        ),
        RemoveIndexConcurrently(model_name="order", name="order_email"),
    ]
