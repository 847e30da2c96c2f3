"""The example queries of GraphiQL: one file for each daily task of a role, with a heading in three languages."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from service.settings import ROOT
from workflow.roles import ROLES, Role
from workflow.titles import Titles

# The roles that have a day's work in GraphiQL, in the order in which the page lists them.
WORKING_ROLES = (
    Role.COACH,
    Role.COLLEAGUE,
    Role.SUPERVISOR,
    Role.MANAGER,
    Role.FINANCE,
    Role.TRAINEE,
    Role.GUARDIAN,
    Role.OFFICIAL,
    Role.AGENCY,
    Role.WORKPLACE,
    Role.PRIVACY_OFFICER,
    Role.ADMINISTRATOR,
)
EXAMPLES = ROOT / "web" / "examples"
PAGE_DOCUMENTS = (
    ROOT / "web" / "static" / "app" / "documents.json"
)  # by room and operation; web/app/build.mjs writes it
ROLE_TITLES = {role: ROLES[role].titles[0] for role in WORKING_ROLES}
TITLE_LABELS = ("Otsikko", "Rubrik", "Title")  # in the order of `LANGUAGES`
DESCRIPTION_LABELS = ("Kuvaus", "Beskrivning", "Description")
REQUIRED_LABELS = frozenset({*TITLE_LABELS, "Rooli", *DESCRIPTION_LABELS})
LABELS = REQUIRED_LABELS | {"Muuttujat", "Järjestys"}
LAST = 99  # the place of an example that names none
# Days in variables keep an example current, whenever it is opened: <tänään>, <maanantai+7>, <vuosi>.
DAY = re.compile(r"<(tänään|maanantai|vuosi)([+-]\d+)?>")


class ExampleMalformed(ValueError):
    """An example file lacks a label, repeats one or has a wrong value; the text names the file."""

    code = "EXAMPLE_MALFORMED"


@dataclass(frozen=True)
class Example:
    """
    One query that can be put in the editor and run.

    `titles` and `descriptions` are in Finnish, Swedish and English. `variables` is JSON text, empty when the document
    takes none. `document` is without the heading. `place` is where it stands in its role's day, from 1.
    """

    name: str
    titles: Titles
    role: Role
    descriptions: Titles
    variables: str
    document: str
    place: int = LAST

    @property
    def kind(self) -> str:
        """`query`, `mutation` or `subscription`."""
        word = re.split(r"[\s({]", self.document, maxsplit=1)[0]
        return word or "query"

    def on(self, today: date) -> "Example":
        """Return the example with dates counted from today, from this week's Monday or from the first of this year."""
        first = {
            "tänään": today,
            "maanantai": today - timedelta(days=today.weekday()),
            "vuosi": today.replace(month=1, day=1),
        }

        def counted(match: re.Match[str]) -> str:
            return (first[match[1]] + timedelta(days=int(match[2] or 0))).isoformat()

        return replace(self, variables=DAY.sub(counted, self.variables))


def load_examples(folder: Path) -> tuple[Example, ...]:
    """
    Return the examples of a folder in the order of `ROLE_TITLES`, then of the role's day, then of their file names.

    :raises ExampleMalformed: when a heading has not the form of `read_example`.
    """
    roles = list(ROLE_TITLES)
    examples = [read_example(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.graphql"))]
    return tuple(sorted(examples, key=lambda example: (roles.index(example.role), example.place)))


def shipped_documents() -> frozenset[str]:
    """Return the documents that the service ships, an example also without the end of its last line."""
    documents = [example.document for example in load_examples(EXAMPLES)] + list(page_documents())
    return frozenset(text for document in documents for text in (document, document.strip()))


def page_documents() -> tuple[str, ...]:
    """Return the documents that the pages of the desks send, exactly as they send them."""
    rooms = json.loads(PAGE_DOCUMENTS.read_text("utf-8"))
    return tuple(text for documents in rooms.values() for text in documents.values())


def read_example(name: str, text: str) -> Example:
    """
    Return the example in the text of a file.

    The heading is `# Otsikko: …` and `# Kuvaus: …`, in Swedish `# Rubrik: …` and `# Beskrivning: …`, in English
    `# Title: …` and `# Description: …`, then `# Rooli: …`, when the document takes variables `# Muuttujat: {…}`, and
    for the place in the role's day `# Järjestys: 1`, one line each, before everything else.

    :raises ExampleMalformed: when a label is missing, unknown or repeated, the role unknown or the variables no object.
    """
    lines = text.splitlines()
    heading_ends_before = next((at for at, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    labels = read_labels(name, lines[:heading_ends_before])
    if labels["Rooli"] not in ROLE_TITLES:
        raise ExampleMalformed(f"{name}: the role {labels['Rooli']!r} is none of {', '.join(ROLE_TITLES)}")
    return Example(
        name=name,
        titles=in_each_language(labels, TITLE_LABELS),
        role=Role(labels["Rooli"]),
        descriptions=in_each_language(labels, DESCRIPTION_LABELS),
        variables=read_variables(name, labels.get("Muuttujat", "")),
        document="\n".join(lines[heading_ends_before:]).strip() + "\n",
        place=read_place(name, labels.get("Järjestys")),
    )


def in_each_language(labels: Mapping[str, str], names: Titles) -> Titles:
    """Return the texts of three labels, in the order of the languages."""
    fi, sv, en = (labels[name] for name in names)
    return fi, sv, en


def read_place(name: str, text: str | None) -> int:
    """
    Return the place of an example in its role's day.

    :raises ExampleMalformed: when it is no whole number from 1 to 98.
    """
    if text is None:
        return LAST
    if not text.isdecimal() or not 0 < int(text) < LAST:
        raise ExampleMalformed(f"{name}: the place {text!r} is no whole number from 1 to {LAST - 1}")
    return int(text)


def read_labels(name: str, heading: Iterable[str]) -> dict[str, str]:
    """
    Return label → text of the heading's lines.

    :raises ExampleMalformed: when a label is missing, unknown or repeated.
    """
    labels: dict[str, str] = {}
    for line in heading:
        label, _, text = line.removeprefix("# ").partition(": ")
        if label not in LABELS or label in labels or not text:
            raise ExampleMalformed(f"{name}: the heading line {label!r} is unknown, repeated or empty")
        labels[label] = text.strip()
    if missing := REQUIRED_LABELS - labels.keys():
        raise ExampleMalformed(f"{name}: the heading lacks {', '.join(sorted(missing))}")
    return labels


def read_variables(name: str, text: str) -> str:
    """
    Return the variables as indented JSON text, empty when there are none.

    :raises ExampleMalformed: when the text is no JSON object.
    """
    if not text:
        return ""
    try:
        variables = json.loads(text)
    except ValueError:
        raise ExampleMalformed(f"{name}: Muuttujat is no JSON") from None
    if not isinstance(variables, dict):
        raise ExampleMalformed(f"{name}: Muuttujat is no JSON object")
    return json.dumps(variables, ensure_ascii=False, indent=2)
