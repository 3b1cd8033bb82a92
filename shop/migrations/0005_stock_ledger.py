from django.db import migrations

# A movement that is written moves the stock; the check on `stock` refuses one that would take too much.
MOVE = """
CREATE FUNCTION shop_stock_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE catalog_variant SET stock = stock + NEW.delta WHERE id = NEW.variant_id
        RETURNING stock, sku INTO NEW.balance, NEW.sku;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = 'a stock movement needs a variant';
    END IF;
    RETURN NEW;
END
$$;
"""
# Stock that is changed by itself, as the admin and imports do, is written down.
RECORD = """
CREATE FUNCTION shop_stock_received() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO shop_stockmovement (variant_id, sku, kind, delta, balance, actor, note)
        SELECT id, sku, 'received', stock, stock, 'catalogue', '' FROM rows WHERE stock <> 0 ORDER BY id;
    RETURN NULL;
END
$$;
CREATE FUNCTION shop_stock_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO shop_stockmovement (variant_id, sku, kind, delta, balance, actor, note)
        VALUES (NEW.id, NEW.sku, 'corrected', NEW.stock - OLD.stock, NEW.stock, 'catalogue', '');
    RETURN NULL;
END
$$;
"""
# Only the link to a variant that is deleted may go.
KEEP = """
CREATE FUNCTION shop_stock_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE restrict_violation USING MESSAGE = 'the stock ledger is added to, never changed';
END
$$;
"""
# At depth 0 a statement of the application's; deeper, one of the two triggers' own.
TRIGGERS = """
CREATE TRIGGER stock_move BEFORE INSERT ON shop_stockmovement FOR EACH ROW
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION shop_stock_move();
CREATE TRIGGER stock_received AFTER INSERT ON catalog_variant REFERENCING NEW TABLE AS rows FOR EACH STATEMENT
    EXECUTE FUNCTION shop_stock_received();
CREATE TRIGGER stock_corrected AFTER UPDATE ON catalog_variant FOR EACH ROW
    WHEN (pg_trigger_depth() = 0 AND OLD.stock IS DISTINCT FROM NEW.stock)
    EXECUTE FUNCTION shop_stock_corrected();
CREATE TRIGGER stock_kept BEFORE UPDATE ON shop_stockmovement FOR EACH ROW
    WHEN ((OLD.sku, OLD.kind, OLD.delta, OLD.balance, OLD.order_id, OLD.actor, OLD.note, OLD.at)
        IS DISTINCT FROM (NEW.sku, NEW.kind, NEW.delta, NEW.balance, NEW.order_id, NEW.actor, NEW.note, NEW.at))
    EXECUTE FUNCTION shop_stock_keep();
CREATE TRIGGER stock_not_deleted BEFORE DELETE ON shop_stockmovement FOR EACH ROW
    EXECUTE FUNCTION shop_stock_keep();

INSERT INTO shop_stockmovement (variant_id, sku, kind, delta, balance, actor, note)
    SELECT id, sku, 'received', stock, stock, 'catalogue', '' FROM catalog_variant WHERE stock <> 0 ORDER BY id;
"""
BACK = """
DROP TRIGGER stock_not_deleted ON shop_stockmovement;
DROP TRIGGER stock_kept ON shop_stockmovement;
DROP TRIGGER stock_corrected ON catalog_variant;
DROP TRIGGER stock_received ON catalog_variant;
DROP TRIGGER stock_move ON shop_stockmovement;
DROP FUNCTION shop_stock_keep();
DROP FUNCTION shop_stock_corrected();
DROP FUNCTION shop_stock_received();
DROP FUNCTION shop_stock_move();
"""


class Migration(migrations.Migration):
    dependencies = [("shop", "0004_orders")]

    operations = [migrations.RunSQL([MOVE, RECORD, KEEP, TRIGGERS], BACK)]
