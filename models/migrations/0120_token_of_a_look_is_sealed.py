"""The sealer seals the client and the token of a look where there is one; entries of before keep their digests."""

from tortoise import migrations
from tortoise.migrations import operations as ops

_VIEW = """
CREATE OR REPLACE VIEW sealable AS
SELECT 'disclosure_log'::text AS log, e.id::text AS entry, e.tx::text::bigint AS tx,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account, e.authority, e.operation,
    e.document, e.fields, e.subjects, e.asked, e.purpose, e.outcome, e.request)::text{later} AS content,
  NULL::bytea AS salt
FROM disclosure_log e
UNION ALL
SELECT 'login_event', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.account_id, e.issuer, e.outcome,
    e.network)::text, NULL
FROM login_event e
UNION ALL
SELECT 'history', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.noun, e.object_id, e.revision, e.actor,
    e.action, e.comment, e.reason, e.changes)::text, e.salt
FROM history e WHERE e.noun <> 'log_checkpoint'
UNION ALL
SELECT 'version', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.noun, e.object_id, e.revision,
    e.stored - ARRAY['personal_identity_code', 'identity_index', 'identity_index_even'])::text, e.salt
FROM version e WHERE e.noun <> 'log_checkpoint'
UNION ALL
SELECT 'erasure', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, (extract(epoch FROM e.at) * 1000000)::bigint, e.number, e.noun, e.object_id, e.purge_id,
    e.what)::text, NULL
FROM erasure e
UNION ALL
SELECT 'erased_entry', e.id::text, e.tx::text::bigint,
  json_build_array(e.tx::text, e.log, e.entry, e.object_id, e.subject, e.purge_id)::text, NULL
FROM erased_entry e;
"""
_LATER = """
    || CASE WHEN e.application IS NULL THEN '' ELSE json_build_array('application', e.application)::text END
    || CASE WHEN e.credential IS NULL THEN '' ELSE json_build_array('credential', e.credential)::text END"""


class Migration(migrations.Migration):
    """Runs after the columns exist."""

    dependencies = [("models", "0119_token_of_a_look")]
    operations = [ops.RunSQL(_VIEW.format(later=_LATER), reverse_sql=_VIEW.format(later=""))]
