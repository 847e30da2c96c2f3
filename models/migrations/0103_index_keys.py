"""Indexes under keys with an even id move to their column, and the database holds writers to the live index keys."""

from tortoise import migrations
from tortoise.migrations import operations as ops

FORWARD = """
UPDATE client SET identity_index_even = identity_index, identity_index = NULL
WHERE identity_index IS NOT NULL AND get_byte(identity_index, 2) % 2 = 0;
UPDATE referral SET identity_index_even = identity_index, identity_index = NULL
WHERE identity_index IS NOT NULL AND get_byte(identity_index, 2) % 2 = 0;

-- Two rules for whoever writes an identity code while its keys change. A row that was read before it was moved and is
-- saved after it keeps what the move wrote: the code is the same where one index is. And a new code needs an index
-- under every required key: a process that does not know one of them could not see the code elsewhere.
CREATE FUNCTION identity_code_indexed() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE required int[] := ARRAY(SELECT number FROM key_version WHERE kind = 'index' AND is_required); held int[];
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.identity_index = OLD.identity_index
      OR NEW.identity_index_even = OLD.identity_index_even) THEN
    IF substr(NEW.personal_identity_code, 1, 3) < substr(OLD.personal_identity_code, 1, 3) THEN
      NEW.personal_identity_code := OLD.personal_identity_code;
    END IF;
    IF NEW.identity_index IS NULL AND get_byte(OLD.identity_index, 1) * 256 + get_byte(OLD.identity_index, 2)
        = ANY (required) THEN
      NEW.identity_index := OLD.identity_index;
    END IF;
    IF NEW.identity_index_even IS NULL AND get_byte(OLD.identity_index_even, 1) * 256
        + get_byte(OLD.identity_index_even, 2) = ANY (required) THEN
      NEW.identity_index_even := OLD.identity_index_even;
    END IF;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.identity_index IS NOT DISTINCT FROM OLD.identity_index
      AND NEW.identity_index_even IS NOT DISTINCT FROM OLD.identity_index_even THEN
    RETURN NEW;
  END IF;
  held := array_remove(ARRAY[get_byte(NEW.identity_index, 1) * 256 + get_byte(NEW.identity_index, 2),
    get_byte(NEW.identity_index_even, 1) * 256 + get_byte(NEW.identity_index_even, 2)], NULL);
  IF NEW.personal_identity_code IS NOT NULL AND NOT held @> required THEN
    RAISE EXCEPTION 'the code has no index under a required key' USING ERRCODE = 'check_violation',
      TABLE = TG_TABLE_NAME, CONSTRAINT = 'identity_code_index_keys';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER client_identity_code_indexed
  BEFORE INSERT OR UPDATE OF personal_identity_code, identity_index, identity_index_even ON client
  FOR EACH ROW EXECUTE FUNCTION identity_code_indexed();
CREATE TRIGGER referral_identity_code_indexed
  BEFORE INSERT OR UPDATE OF personal_identity_code, identity_index, identity_index_even ON referral
  FOR EACH ROW EXECUTE FUNCTION identity_code_indexed();
"""
BACKWARD = """
DROP TRIGGER referral_identity_code_indexed ON referral;
DROP TRIGGER client_identity_code_indexed ON client;
DROP FUNCTION identity_code_indexed();
UPDATE client SET identity_index = identity_index_even WHERE identity_index IS NULL;
UPDATE referral SET identity_index = identity_index_even WHERE identity_index IS NULL;
"""


class Migration(migrations.Migration):
    """Runs after the column of the second index exists."""

    dependencies = [("models", "0102_key_versions")]
    operations = [ops.RunSQL(FORWARD, reverse_sql=BACKWARD)]
