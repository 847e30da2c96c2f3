"""
The record of processing activities of a register, generated from its content: GDPR article 30(1).

It says nothing of any person: categories of data come from the declarations, recipients are agencies that receive
something by consent or statute, and processors are content.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from resolvers.catalogues import translated
from resolvers.declaration import ContentTypes
from resolvers.publishing.data_inventory import data_inventory
from resolvers.publishing.processors import processors_of
from resolvers.reading.plan import Reads
from workflow.agency import agency
from workflow.titles import LANGUAGES
from workflow.workplace import workplace

_REGISTER = """
SELECT r.*, o.name AS controller, o.business_id FROM register r JOIN organisation o ON o.id = r.organisation_id
WHERE r.id = $1
"""
_AGENCIES = f"SELECT kind, count(*) AS n FROM agency WHERE {agency.subset('ACTIVE').sql()} GROUP BY kind ORDER BY kind"
_WORKPLACES = f"SELECT count(*) AS n FROM workplace WHERE {workplace.subset('ACTIVE').sql()}"


@dataclass(frozen=True)
class RecordSection:
    """One section of the record: its title and its lines, in one language."""

    title: str
    lines: list[str]


async def processing_record(
    content_types: ContentTypes, pool: Reads, register: UUID, language: str
) -> list[RecordSection]:
    """Return the sections of a register's record in the order of article 30(1); none when there is no such register."""
    rows = await pool.fetch(_REGISTER, register)
    if not rows:
        return []
    return [
        *_register_sections(rows[0], language),
        _section(
            translated("Whose data", language),
            translated("Clients of the coaching, their guardians, and people who were referred", language),
            translated("Contact persons of agencies and workplaces, employees, and whoever logs in", language),
        ),
        _section(translated("Categories of data", language), *_categories(content_types, language)),
        _section(
            translated("Recipients", language),
            *[f"{one['kind']}: {one['n']}" for one in await pool.fetch(_AGENCIES)],
            translated("Workplaces: %(count)s", language, count=(await pool.fetch(_WORKPLACES))[0]["n"]),
        ),
        *_processor_sections(await processors_of(register), language),
        *_term_sections(rows[0], language),
    ]


def _section(title: str, *lines: str) -> RecordSection:
    return RecordSection(title, [line for line in lines if line])


def _register_sections(row: Any, language: str) -> list[RecordSection]:
    name = {"sv": row["name_sv"], "en": row["name_en"]}.get(language) or row["name"]
    contact = [row[f"contact_{part}"] for part in ("name", "phone", "email", "address")]
    return [
        _section(translated("Register", language), name),
        _section(translated("Controller", language), f"{row['controller']} ({row['business_id']})"),
        _section(translated("Contact", language), ", ".join(part for part in contact if part)),
        _section(translated("Purpose and legal basis", language), row["purpose"], row["legal_basis"]),
    ]


def _processor_sections(processors: list[dict[str, str]], language: str) -> list[RecordSection]:
    outside = [
        f"{one['name']} ({one['country']}): {one['transferGround']}" for one in processors if "transferGround" in one
    ]
    lines = [f"{one['name']} ({one['country']}): {one[language]}" for one in processors]
    return [
        _section(translated("Processors", language), *lines),
        _section(
            translated("Transfers outside the EU and the EEA", language), *(outside or [translated("None", language)])
        ),
    ]


def _term_sections(row: Any, language: str) -> list[RecordSection]:
    return [
        _section(
            translated("How long data is kept", language),
            translated("%(years)s years after the end of a relationship", language, years=row["retention_years"]),
            translated("Looks and log-ins for %(years)s years", language, years=row["log_kept_years"]),
        ),
        _section(
            translated("How data is protected", language),
            translated("Each field has a permission that is judged at every look; each look leaves a row.", language),
            translated("Identity codes and files are encrypted; logs are sealed; backups are encrypted.", language),
        ),
    ]


def _categories(content_types: ContentTypes, language: str) -> list[str]:
    """Return the types of data that are kept of people, each with its fields."""
    fields: dict[str, list[str]] = {}
    for entry in data_inventory(content_types):
        fields.setdefault(entry[f"type{language.title()}"], []).append(entry[language])
    return [f"{title}: {', '.join(dict.fromkeys(names))}" for title, names in sorted(fields.items())]


def as_markdown(sections: list[RecordSection], language: str) -> str:
    """Return a record as a document."""
    if language not in LANGUAGES:
        raise ValueError(language)
    title = translated("Record of processing activities", language)
    parts = [f"# {title}\n"]
    parts += [f"## {s.title}\n\n" + "\n".join(f"* {line}" for line in s.lines) + "\n" for s in sections]
    return "\n".join(parts)
