"""
The inventory of form questions: each question, with the section that decides who reads and writes the answer.

It lists the forms in use, and earlier versions for as long as answers to them are stored.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import orjson

from resolvers.declaration import ContentType, ContentTypes
from resolvers.public_ids import public_id
from resolvers.publishing.data_inventory import InventoryEntry, category_of, sources_of
from resolvers.reading.plan import Reads
from resolvers.reading.sections import change_key, permission_of
from workflow.form import TEMPLATE_IN_USE_STATES
from workflow.vocabulary import Permission

QUESTIONS = f"""
SELECT coalesce(t.lineage_id, t.id) AS form, t.kind, t.title_fi, t.title_sv, t.title_en,
 t.json_schema::text AS json_schema, t.sections::text AS sections
FROM form_template t
WHERE {TEMPLATE_IN_USE_STATES.sql("t.state")} OR EXISTS (SELECT FROM form_answer a WHERE a.template_id = t.id)
ORDER BY form, t.version DESC NULLS LAST, t.id
"""


def question_inventory(content_types: ContentTypes, templates: Iterable[Mapping[str, Any]]) -> list[InventoryEntry]:
    """
    Return every question of these forms once, as the newest version of its form has it.

    `templates` are rows of `QUESTIONS`.
    """
    entries: dict[tuple[UUID, str], InventoryEntry] = {}
    for template in templates:
        for key, question in _parsed(template["json_schema"]).get("properties", {}).items():
            entries.setdefault(
                (template["form"], key), _inventory_entry(content_types["form_answer"], template, key, question)
            )
    return sorted(entries.values(), key=lambda item: (item["typeFi"], item["form"]))


async def questions_in_use(content_types: ContentTypes, pool: Reads) -> list[InventoryEntry]:
    """Return every question whose answers are stored or may be given now."""
    return question_inventory(content_types, [dict(row) for row in await pool.fetch(QUESTIONS)])


def _parsed(stored: Any) -> Any:
    return orjson.loads(stored) if isinstance(stored, str | bytes) else stored


def _inventory_entry(
    type_: ContentType, template: Mapping[str, Any], key: str, question: Mapping[str, Any]
) -> InventoryEntry:
    sections = _parsed(template["sections"])
    read, write = (permission_of(sections, key, side) for side in ("read", "write"))
    section: Mapping[str, Any] = next((s for s in sections if key in s["keys"]), {})
    titles = question.get("x-titles", {})
    return {
        "contentType": type_.name,
        "typeFi": template["title_fi"],
        "typeSv": template["title_sv"],
        "typeEn": template["title_en"],
        "field": change_key(type_.fields["answers"], key),
        **{language: titles.get(language, key) for language in ("fi", "sv", "en")},
        "category": category_of(read),
        "sources": " ".join(_sources_of_answers(type_, write, template["kind"])),
        "form": public_id("form_template", template["form"]),
        **{f"section{language.title()}": section.get(language, "") for language in ("fi", "sv", "en")},
        "read": read.name,
        "write": write.name,
    }


def _sources_of_answers(type_: ContentType, write: Permission, kind: str) -> list[str]:
    """Return the sources of answers. Only the questions of referral forms are answered in a referral."""
    with_referral = type_.part_of.states if type_.part_of and kind != "REFERRAL" else ()
    return sources_of(type_.kind.workflow, write, apart=frozenset(with_referral))
