from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0009_no_zero_vectors")]

    operations = [
        ValidateConstraint(model_name="imageembedding", name="embedding_vector_is_not_zero"),
    ]
