from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0009_merchant_systems")]

    operations = [
        migrations.AddField(
            model_name="importjob",
            name="language",
            field=models.CharField(db_default="", editable=False, max_length=10, verbose_name="language"),
        ),
    ]
