"""What was read from a shopper's photo stays out of the write-ahead log, and so out of replicas and backups."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE recommendations_photoquery SET UNLOGGED",
            "ALTER TABLE recommendations_photoquery SET LOGGED",
        ),
    ]
