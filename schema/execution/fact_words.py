"""
The facts of a refusal as people say them: titles instead of the names of states, fields, roles and choices, and days as
they are written in the language. Whoever refuses gives names, and knows no language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from models.vocabulary import languages
from resolvers.declaration import ContentType, ContentTypes
from resolvers.printing.dates import day_text, moment_text
from resolvers.refusals import Problem
from schema.execution.messages import message
from workflow.account_kinds import within_sentence
from workflow.roles import ROLES, AccountKind
from workflow.titles import LANGUAGES, Titles

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(?:Z|[+-][0-9]{2}:[0-9]{2})")
_BROKEN = re.compile(r"(\w+)=(\d+):(\d+)")  # a limit, its value, and what there is
_HERE: Titles = ("tässä", "här", "here")
_NOBODY: Titles = ("ei kukaan", "ingen", "nobody")
_KINDS: Mapping[str, Titles] = {kind.name: within_sentence(kind) for kind in AccountKind}


@dataclass(frozen=True)
class FactWords:
    """The words of the facts of refusals on one content type, in one language; `type` None: of no type."""

    content_types: ContentTypes
    type: ContentType | None
    language: str

    def message(self, problem: Problem) -> str:
        """Return the message of a problem with every fact in words; the field that the path leads to is one of them."""
        facts = {name: self.said(name, text) for name, text in problem.facts.items()}
        facts |= {name.removesuffix(f"_{self.language}"): text for name, text in facts.items()}  # said in each language
        if problem.path and "field" not in facts:
            facts["field"] = self._title(problem.path[0], self._fields) or problem.path[-1]
        first, last = problem.facts.get("first", ""), problem.facts.get("last", "")
        if self.language != "en" and _DAY.fullmatch(first) and first[:4] == last[:4]:
            facts["first"] = facts["first"].removesuffix(first[:4])  # 30.8.–28.11.2026
        return message(problem.words or problem.code, self.language, "", facts)

    def said(self, name: str, text: str) -> str:
        """Return a fact in words: each part of it between commas is a name, a day, an instant, or stays as it is."""
        if not text:
            return _NOBODY[self._place]
        return ", ".join(self._word(name, part.strip()) for part in text.split(","))

    def _word(self, name: str, part: str) -> str:
        tables = [self._names, self._fields, self._limits, _KINDS, self._roles, self._languages]
        if name == "roles":
            tables.insert(0, self._roles)
        for table in tables:
            if title := self._title(part, table):
                return title
        if broken := _BROKEN.fullmatch(part):
            limit, most, value = broken.groups()
            return f"{self._word(name, limit)} {most} ({_HERE[self._place]} {value})"
        noun, _, key = part.partition(".")
        other = self.content_types[noun].keys.get(key) if key and noun in self.content_types else None
        return other.titles[self._place] if other else self._moment(part)

    def _title(self, part: str, table: Mapping[str, Titles]) -> str | None:
        titles = table.get(part)
        return titles[self._place] if titles else None

    def _moment(self, part: str) -> str:
        if _DAY.fullmatch(part):
            return day_text(date.fromisoformat(part), self.language)
        return moment_text(datetime.fromisoformat(part), self.language) if _INSTANT.fullmatch(part) else part

    @property
    def _place(self) -> int:
        return LANGUAGES.index(self.language) if self.language in LANGUAGES else 0

    @cached_property
    def _names(self) -> Mapping[str, Titles]:
        """The titles of the states of the type, and of the choices of its fields."""
        if self.type is None:
            return {}
        found = {name: state.titles for name, state in self.type.kind.workflow.states.items()}
        for field in self.type.fields.values():
            found |= dict(field.choice_titles)
            for choices in field.member_choices.values():
                found |= dict(choices)
        return found

    @cached_property
    def _fields(self) -> Mapping[str, Titles]:
        return {key: declared.titles for key, declared in self.type.keys.items()} if self.type else {}

    @cached_property
    def _limits(self) -> Mapping[str, Titles]:
        """The titles of the limits of a service, which a contract breaks."""
        return {name: f.titles for name, f in self.content_types["service_type"].fields.items() if "_" in name}

    @property
    def _roles(self) -> Mapping[str, Titles]:
        return {str(role): facts.titles for role, facts in ROLES.items()}

    @property
    def _languages(self) -> Mapping[str, Titles]:
        return {code: (word.fi, word.sv, word.en) for code, word in languages().items() if code in LANGUAGES}
