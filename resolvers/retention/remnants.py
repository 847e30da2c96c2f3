"""
What remains of an erased person without naming the person: invoice rows and statistics.

The person's account is erased here too.
"""

from collections import Counter
from uuid import UUID, uuid4

from tortoise.backends.base.client import TransactionalDBClient

from models.attendance import BILLED_DAY, COUNTED_DAY, REPLACED_DAY
from resolvers.context import CommandContext
from workflow.contract import BINDING_CONTRACT_STATES

_NOT_REPLACED = f"NOT {REPLACED_DAY.format('a')}"  # a corrected day counts once, as corrected
# The payer of a contract is free text. The name stays if it is that of an organisation in the database; else PRIVATE.
_PAYER = """CASE WHEN c.payer IS NOT NULL THEN coalesce((
  SELECT min(o.name)
  FROM (SELECT name FROM agency UNION SELECT name FROM organisation UNION SELECT name FROM workplace) o
  WHERE lower(btrim(o.name)) = lower(btrim(c.payer))), 'PRIVATE') END"""
# A day is billed to the unit for whose account it was recorded: of a contract that moved, each unit has its row.
# Times are cut to the day, so that the moment of a row does not link it to the person erased in the same second.
INVOICES = f"""
INSERT INTO invoice_row (id, state, revision, provenance, created_at, created_by, modified_at, modified_by, unit_id,
  pseudonym, payer, price_cents, starts_on, ends_on, billable_days)
SELECT gen_random_uuid(), 'KEPT', 1, 'OWN', $2::date, $3::uuid, $2::date, $3::uuid, coalesce(b.unit_id, c.unit_id),
  $4::text, {_PAYER}, c.price_cents, c.starts_on, c.ends_on, coalesce(b.days, 0)
FROM contract c LEFT JOIN LATERAL (
  SELECT a.accounting_unit_id AS unit_id, count(*) AS days
  FROM attendance a
  WHERE a.contract_id = c.id AND {COUNTED_DAY.format("a")} AND {BILLED_DAY.format("a", "c.bills_agreed_days")}
  GROUP BY a.accounting_unit_id
) b ON TRUE
WHERE c.client_id = $1 AND {BINDING_CONTRACT_STATES.sql("c.state")}
  AND (c.price_cents IS NOT NULL OR c.payer IS NOT NULL)
"""
# One row for each year, unit and service of a person, so that a group of rows is a group of people. A reason that the
# figures of its month tell is not told again: two counts of the same people could be subtracted. Decision 0221.
STATISTICS = f"""
WITH part AS (
  SELECT r.unit_id, extract(year FROM coalesce(p.ends_on, r.ended_on, r.started_on))::int AS year, s.code, p.id,
    r.ended_on, CASE WHEN NOT EXISTS (SELECT FROM frozen_month m WHERE m.month = date_trunc('month', r.ended_on))
      THEN r.end_reason END AS end_reason,
    age(coalesce(p.ends_on, r.ended_on, r.started_on), coalesce(p.starts_on, r.started_on)) AS took
  FROM relationship r LEFT JOIN programme p ON p.relationship_id = r.id
    LEFT JOIN service_type s ON s.id = p.service_type_id
  WHERE r.client_id = $1
), person AS (
  SELECT year, unit_id, code, greatest(sum(extract(year FROM took) * 12 + extract(month FROM took)), 0)::int AS months,
    (array_agg(end_reason ORDER BY ended_on DESC NULLS LAST))[1] AS end_reason, array_agg(id) AS programmes
  FROM part GROUP BY year, unit_id, code
)
INSERT INTO statistic_row (id, year, unit_id, service_code, months, end_reason, days)
SELECT gen_random_uuid(), year, unit_id, code, months, end_reason, coalesce((
  SELECT jsonb_object_agg(d.code, d.n) FROM (
    SELECT a.code, count(*) AS n FROM attendance a JOIN contract c ON c.id = a.contract_id
    WHERE c.programme_id = ANY (person.programmes) AND a.code IS NOT NULL AND {_NOT_REPLACED} GROUP BY a.code) d
), '{{}}')
FROM person
"""
_ACCOUNTS = "SELECT id, subject FROM account WHERE client_id = $1 FOR UPDATE"
_REFERRING = (
    "SELECT k.conrelid::regclass::text AS place, a.attname AS lead FROM pg_constraint k"
    " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]"
    " WHERE k.contype = 'f' AND k.confrelid = 'account'::regclass"
)
# Notices and mails to an account, with the column of the account. `erase_told` deletes their versions and history.
_NOTIFICATION_TABLES = (("notification", "recipient_id"), ("delivery", "account_id"))
_DELETE_JOBS = (
    "DELETE FROM jobs.procrastinate_jobs WHERE status <> 'doing' AND (args::text LIKE $1 OR args::text LIKE $2)"
)
# The job library's triggers find its tables through the search path.
_USE_JOBS_SCHEMA = "SELECT set_config('search_path', 'jobs', true)"
_USE_SEARCH_PATH = "SELECT set_config('search_path', $1, true)"


async def leave_remnants(context: CommandContext, client: UUID, db: TransactionalDBClient) -> None:
    """Write the invoice rows and the statistics of a person who is about to be erased."""
    await db.execute_query(INVOICES, [client, context.today, context.viewer.account, uuid4().hex])
    await db.execute_query(STATISTICS, [client])


async def erase_accounts(purge: UUID | None, client: UUID, db: TransactionalDBClient) -> Counter[str]:
    """
    Erase the person's account, and the jobs that name it.

    Log-in, sessions, grants, password, tokens and notifications are erased with the account.

    History keeps the account's id where the person acted, without the name. The throttle of log-ins holds digests only,
    which expire by themselves.
    """
    deleted: Counter[str] = Counter()
    accounts = await db.execute_query_dict(_ACCOUNTS, [client])
    ids = [row["id"] for row in accounts]
    if ids:
        await db.execute_query_dict("SELECT erase_actor($1, $2)", [purge, client])
        deleted += await _erase_notifications(purge, client, ids, db)
        for row in await db.execute_query_dict(_REFERRING):
            sql = f'DELETE FROM {row["place"]} WHERE "{row["lead"]}" = ANY ($1::uuid[])'
            deleted[row["place"]] += (await db.execute_query(sql, [ids]))[0]
        for name, column in (("idempotency_key", "account"), ("account", "id")):
            deleted[name] += (await db.execute_query(f"DELETE FROM {name} WHERE {column} = ANY ($1::uuid[])", [ids]))[0]
        subjects = [row["subject"] for row in accounts]
        sql = "DELETE FROM provider_user WHERE id::text = ANY ($1::text[])"
        deleted["provider_user"] += (await db.execute_query(sql, [subjects]))[0]
    return deleted + await _erase_jobs([client, *ids], db)


async def _erase_notifications(
    purge: UUID | None, client: UUID, accounts: list[UUID], db: TransactionalDBClient
) -> Counter[str]:
    """Delete the notices and mails to accounts, with their history: they name an account that no longer exists."""
    [trail] = await db.execute_query_dict("SELECT versions, changes FROM erase_told($1, $2)", [purge, client])
    deleted = Counter(version=trail["versions"], history=trail["changes"])
    for table, column in _NOTIFICATION_TABLES:
        rows = f"FROM {table} WHERE {column} = ANY ($1::uuid[])"
        deleted["outbox"] += (
            await db.execute_query(f"DELETE FROM outbox WHERE object_id IN (SELECT id {rows})", [accounts])
        )[0]
        deleted[table] += (await db.execute_query(f"DELETE {rows}", [accounts]))[0]
    return deleted


async def _erase_jobs(ids: list[UUID], db: TransactionalDBClient) -> Counter[str]:
    """Delete the jobs that name one of these ids, with the library's records of them; a job that is running stays."""
    [schema] = await db.execute_query_dict(
        "SELECT to_regclass('jobs.procrastinate_jobs') AS there, current_setting('search_path') AS path"
    )
    if not schema["there"]:
        return Counter()
    deleted: Counter[str] = Counter()
    await db.execute_query_dict(_USE_JOBS_SCHEMA)
    for id_ in ids:
        deleted["job"] += (await db.execute_query(_DELETE_JOBS, [f"%{id_}%", f"%{UUID(str(id_)).hex}%"]))[0]
    await db.execute_query_dict(_USE_SEARCH_PATH, [schema["path"]])
    return deleted
