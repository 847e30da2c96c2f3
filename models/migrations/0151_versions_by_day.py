"""A service type and a text that people agree to wait for their day: scheduled versions, one for a key and a day."""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.indexes import Index
from tortoise.migrations.constraints import CheckConstraint, UniqueConstraint

# Of several versions of a service that are in use at once, the one of today stays; the others have ended or wait.
VERSIONS = """
WITH dated AS (
  SELECT id, starts_on, lead(starts_on) OVER (PARTITION BY code ORDER BY starts_on, id) AS successor,
    count(*) OVER (PARTITION BY code) AS versions
  FROM service_type WHERE state = 'ACTIVE'
)
UPDATE service_type s SET
  ends_before = CASE WHEN s.ends_before <= d.successor THEN s.ends_before ELSE coalesce(d.successor, s.ends_before) END,
  state = CASE
    WHEN d.starts_on > current_date THEN 'SCHEDULED' WHEN d.successor <= current_date THEN 'SUPERSEDED' ELSE s.state
  END
FROM dated d WHERE d.id = s.id AND d.versions > 1
"""
LINEAGES = """
UPDATE service_type s SET lineage_id = k.lineage
FROM (
  SELECT code, (array_agg(coalesce(lineage_id, id) ORDER BY starts_on, id))[1] AS lineage
  FROM service_type WHERE published_at IS NOT NULL GROUP BY code HAVING count(*) > 1
) k
WHERE k.code = s.code AND s.published_at IS NOT NULL AND s.lineage_id IS DISTINCT FROM k.lineage
"""
# Before, versions were in use together, each in a lineage of its own.
IN_USE = "UPDATE service_type SET state = 'ACTIVE', lineage_id = id WHERE state = 'SCHEDULED'"
PUBLISHED = "UPDATE agreement_text SET state = 'PUBLISHED', lineage_id = id WHERE state = 'SCHEDULED'"


class Migration(migrations.Migration):
    dependencies = [("models", "0150_search_terms")]

    initial = False
    expands = False  # the code of before does not know the state in which a version waits

    operations = [
        ops.RemoveConstraint(
            model_name="AgreementText",
            name="agreement_text_version",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="AgreementText",
            name="agreement_text_begun",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="AgreementText",
            name="agreement_text_state",
            fields=None,
        ),
        ops.AlterModelOptions(
            name="AgreementText",
            options={"table": "agreement_text", "app": "models", "constraints": [CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'SCHEDULED')", name="agreement_text_state"), UniqueConstraint(fields=("kind", "version"), name="agreement_text_version", condition="state IN ('PUBLISHED', 'SUPERSEDED', 'SCHEDULED')"), UniqueConstraint(fields=("lineage_id",), name="agreement_text_published", condition="state = 'PUBLISHED'"), UniqueConstraint(fields=("copy_of_id",), name="agreement_text_open_copy", condition="state IN ('DRAFT', 'IN_REVIEW')"), UniqueConstraint(fields=("lineage_id", "starts_on"), name="agreement_text_scheduled", condition="state = 'SCHEDULED'"), CheckConstraint(check="kind IN ('UNDERTAKING', 'CONSENT')", name="agreement_text_kind"), CheckConstraint(check="state NOT IN ('PUBLISHED', 'SUPERSEDED', 'SCHEDULED') OR starts_on IS NOT NULL", name="agreement_text_begun")], "indexes": [Index(fields=["kind", "starts_on", "id"], name="agreement_text_kind_order")], "pk_attr": "id", "table_description": "One version of a text, in force from `starts_on` until the next version of its kind and purpose begins."},
        ),
        ops.AddConstraint(
            model_name="AgreementText",
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'SUPERSEDED', 'SCHEDULED')", name="agreement_text_state"),
        ),
        ops.AddConstraint(
            model_name="AgreementText",
            constraint=UniqueConstraint(fields=("kind", "version"), name="agreement_text_version", condition="state IN ('PUBLISHED', 'SUPERSEDED', 'SCHEDULED')"),
        ),
        ops.AddConstraint(
            model_name="AgreementText",
            constraint=UniqueConstraint(fields=("lineage_id", "starts_on"), name="agreement_text_scheduled", condition="state = 'SCHEDULED'"),
        ),
        ops.AddConstraint(
            model_name="AgreementText",
            constraint=CheckConstraint(check="state NOT IN ('PUBLISHED', 'SUPERSEDED', 'SCHEDULED') OR starts_on IS NOT NULL", name="agreement_text_begun"),
        ),
        ops.RemoveConstraint(
            model_name="ServiceType",
            name="service_type_version",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="ServiceType",
            name="service_type_start",
            fields=None,
        ),
        ops.RemoveConstraint(
            model_name="ServiceType",
            name="service_type_state",
            fields=None,
        ),
        ops.AddConstraint(
            model_name="ServiceType",
            constraint=CheckConstraint(check="state IN ('DRAFT', 'IN_REVIEW', 'ACTIVE', 'SUPERSEDED', 'SCHEDULED', 'RETIRED')", name="service_type_state"),
        ),
        ops.AddConstraint(
            model_name="ServiceType",
            constraint=UniqueConstraint(fields=("code", "version"), name="service_type_version", condition="state IN ('ACTIVE', 'SCHEDULED', 'RETIRED')"),
        ),
        ops.AddConstraint(
            model_name="ServiceType",
            constraint=UniqueConstraint(fields=("code", "starts_on"), name="service_type_start", condition="state IN ('ACTIVE', 'SCHEDULED', 'RETIRED')"),
        ),
        ops.RunSQL(VERSIONS, reverse_sql=IN_USE),
        ops.RunSQL(LINEAGES, reverse_sql=PUBLISHED),
    ]
