import django.db.models.deletion
import pgvector.django.halfvec
from django.db import migrations, models
from pgvector.django import VectorExtension

import recommendations.models.photo_query

# An embedding's dimension is its encoder's, so that the CHECK on the vector's own length binds it to the encoder.
SAME_DIMENSION = """
ALTER TABLE recommendations_imageembedding
ADD CONSTRAINT embedding_has_its_encoders_dimension
FOREIGN KEY (encoder_id, dimension) REFERENCES recommendations_encoder (id, dimension)
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("catalog", "0001_initial"),
    ]

    operations = [
        VectorExtension(),
        migrations.CreateModel(
            name="Encoder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=60, verbose_name="key")),
                ("dimension", models.PositiveIntegerField(verbose_name="dimension")),
                ("digest", models.CharField(max_length=64, verbose_name="artefact SHA-256")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
            ],
            options={
                "verbose_name": "encoder",
                "verbose_name_plural": "encoders",
                "constraints": [
                    models.UniqueConstraint(fields=("key", "digest"), name="encoder_unique_key_and_digest"),
                    models.UniqueConstraint(fields=("id", "dimension"), name="encoder_id_and_dimension"),
                    models.CheckConstraint(
                        condition=models.Q(("dimension__gte", 1), ("dimension__lte", 4000)),
                        name="encoder_dimension_indexable",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhotoQuery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=recommendations.models.photo_query.new_token,
                        max_length=40,
                        unique=True,
                        verbose_name="token",
                    ),
                ),
                ("vector", pgvector.django.halfvec.HalfVectorField(verbose_name="vector")),
                ("box", models.JSONField(verbose_name="box")),
                ("labels", models.JSONField(default=dict, verbose_name="labels")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="created")),
                ("expires_at", models.DateTimeField(db_index=True, verbose_name="expires")),
                (
                    "encoder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="recommendations.encoder",
                        verbose_name="encoder",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo query",
                "verbose_name_plural": "photo queries",
            },
        ),
        migrations.CreateModel(
            name="ImageEmbedding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dimension", models.PositiveIntegerField(verbose_name="dimension")),
                ("vector", pgvector.django.halfvec.HalfVectorField(null=True, verbose_name="vector")),
                (
                    "state",
                    models.CharField(
                        choices=[("pending", "Pending"), ("ready", "Ready"), ("failed", "Failed")],
                        default="pending",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("source_digest", models.CharField(max_length=64, verbose_name="source SHA-256")),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="attempts")),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="error")),
                ("queued_at", models.DateTimeField(editable=False, null=True, verbose_name="queued")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated")),
                (
                    "encoder",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="embeddings",
                        to="recommendations.encoder",
                        verbose_name="encoder",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="embeddings",
                        to="catalog.productimage",
                        verbose_name="image",
                    ),
                ),
            ],
            options={
                "verbose_name": "image embedding",
                "verbose_name_plural": "image embeddings",
                "indexes": [models.Index(fields=["encoder", "state"], name="embedding_encoder_state")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("image", "encoder"), name="embedding_unique_image_and_encoder"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vector__isnull", True),
                            (
                                "dimension",
                                models.Func(
                                    models.F("vector"),
                                    function="vector_dims",
                                    output_field=models.IntegerField(),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="embedding_vector_has_its_dimension",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ready"), ("vector__isnull", False)),
                            models.Q(models.Q(("state", "ready"), _negated=True), ("vector__isnull", True)),
                            _connector="OR",
                        ),
                        name="embedding_vector_if_ready",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SAME_DIMENSION, migrations.RunSQL.noop),
    ]
