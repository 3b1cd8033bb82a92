from django.db import migrations

# In the transaction that stores a picture's state, whichever code does: no webhook is forgotten by a way round
# it. Only of the encoder that the shop searches with: another one that is filled beside it is nobody's news.
OWE = """
CREATE FUNCTION recommendations_owe_webhooks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM recommendations_encoder WHERE is_active AND id <> NEW.encoder_id) THEN
        RETURN NULL;
    END IF;
    INSERT INTO catalog_webhookdelivery (webhook_id, payload)
        SELECT id, jsonb_build_object('image', NEW.image_id, 'state', NEW.state, 'reason', NEW.error)
        FROM catalog_webhook WHERE is_active;
    RETURN NULL;
END
$$;
CREATE TRIGGER webhooks_owed AFTER UPDATE ON recommendations_imageembedding FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state IN ('ready', 'failed'))
    EXECUTE FUNCTION recommendations_owe_webhooks();
"""
BACK = """
DROP TRIGGER webhooks_owed ON recommendations_imageembedding;
DROP FUNCTION recommendations_owe_webhooks();
"""


class Migration(migrations.Migration):
    dependencies = [("recommendations", "0007_photo_demand"), ("catalog", "0009_merchant_systems")]

    operations = [migrations.RunSQL(OWE, BACK)]
