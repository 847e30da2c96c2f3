"""
The public pages of the privacy notices, without log-in, in three languages, with their earlier versions.

They read only published notices, which hold no personal data.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

import orjson
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from resolvers.public_ids import object_uuid, public_id
from schema.engine.language import CHOICES
from service.http.page_layout import READING_POLICY, page_language, page_with_layout, static_address
from service.http.templates import fill
from service.pages.browser_pages import joined
from service.pages.privacy_words import CATEGORY_WORDS, NOTICE_WORDS, RIGHTS, SOURCE_WORDS
from workflow.privacy_notice import NOTICE_IN_FORCE_STATES, READABLE_NOTICE_STATES
from workflow.titles import LANGUAGES

_NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}
_PUBLISHED = f"""
SELECT n.register_id, r.name AS register, r.name_sv, r.name_en, o.name AS controller, r.contact_name, r.contact_email,
  r.contact_phone, r.contact_address, n.version, n.effective_on, n.state, n.texts, n.data_kept, n.processors
FROM privacy_notice n JOIN register r ON r.id = n.register_id JOIN organisation o ON o.id = r.organisation_id
WHERE n.version IS NOT NULL AND {READABLE_NOTICE_STATES.sql("n.state")}
ORDER BY r.name, n.register_id, n.version DESC
"""


@dataclass(frozen=True)
class Notice:
    """One published version of the notice of a register."""

    register_id: UUID
    names: dict[str, str]
    controller: str
    contact: tuple[str, ...]
    version: int
    effective_on: date | None
    is_in_force: bool
    texts: list[dict[str, str]]
    data_kept: list[dict[str, str]]
    processors: list[dict[str, str]]

    @property
    def address(self) -> str:
        """The address of the register's notice in force."""
        return f"/privacy/{public_id('register', self.register_id)}"


def privacy_routes() -> list[BaseRoute]:
    """Return the routes of `/privacy`, of one register's notice, and of its earlier versions by number."""
    pages = PrivacyPages()
    return [
        Route("/privacy", pages.index),
        Route("/privacy/{register}", pages.current),
        Route("/privacy/{register}/{version:int}", pages.earlier),
    ]


@dataclass(frozen=True)
class PrivacyPages:
    """The public pages; they run no script and load nothing from other hosts."""

    static: str = field(default_factory=static_address)

    async def index(self, request: Request) -> Response:
        """Return the notice of the only register, or a list when there are several."""
        notices = [n for n in await published_notices(request) if n.is_in_force]
        language = page_language(request)
        if len(notices) == 1:
            return await self._notice_page(request, notices[0])
        links = joined(
            fill("privacy_link", address=f"{n.address}?lang={language}", name=n.names[language]) for n in notices
        )
        items = (
            fill("privacy_links", links=links) if notices else fill("privacy_text", text=NOTICE_WORDS["none"][language])
        )
        title = NOTICE_WORDS["title"][language]
        body = fill("privacy_list", title=title, items=items, **language_links(request, language))
        return self._page(title, body, language)

    async def current(self, request: Request) -> Response:
        """Return the notice in force of one register."""
        return await self._notice_page(request, await requested_notice(request, None))

    async def earlier(self, request: Request) -> Response:
        """Return one published version of a register's notice."""
        return await self._notice_page(request, await requested_notice(request, request.path_params["version"]))

    async def _notice_page(self, request: Request, notice: Notice) -> Response:
        language = page_language(request)
        versions = [n for n in await published_notices(request) if n.register_id == notice.register_id]
        title = f"{NOTICE_WORDS['title'][language]}: {notice.names[language]}"
        stands = NOTICE_WORDS["in_force" if notice.is_in_force else "not_in_force"][language]
        body = fill(
            "privacy",
            title=title,
            controller=notice.controller,
            contact_title=NOTICE_WORDS["contact"][language],
            contact=", ".join(notice.contact),
            **language_links(request, language),
            stands=stands.format(version=notice.version, day=_day(notice.effective_on)),
            texts=paragraphs(notice, language),
            kept_title=NOTICE_WORDS["kept"][language],
            kept=tables(notice.data_kept, language),
            processors_title=NOTICE_WORDS["processors"][language],
            processors=processor_lines(notice, language),
            versions_title=NOTICE_WORDS["versions"][language],
            versions=joined(version_link(n, language) for n in versions),
        )
        return self._page(title, body, language)

    def _page(self, title: str, body: Markup, language: str) -> Response:
        return page_with_layout(f"{title} – Polku", body, policy=READING_POLICY, static=self.static, language=language)


async def published_notices(request: Request) -> list[Notice]:
    """Return every published version, with the registers by name and the newest version first."""
    return [
        Notice(
            row["register_id"],
            {"fi": row["register"], "sv": row["name_sv"] or row["register"], "en": row["name_en"] or row["register"]},
            row["controller"],
            tuple(row[f"contact_{part}"] for part in ("name", "phone", "email", "address") if row[f"contact_{part}"]),
            row["version"],
            row["effective_on"],
            row["state"] in NOTICE_IN_FORCE_STATES,
            json_list(row["texts"]),
            json_list(row["data_kept"]),
            json_list(row["processors"]),
        )
        for row in await request.app.state.reads.fetch(_PUBLISHED)
    ]


async def requested_notice(request: Request, version: int | None) -> Notice:
    """
    Return a register's notice in force, or one version of it.

    :raises HTTPException: 404 when there is no such notice
    """
    register = object_uuid("register", request.path_params["register"])
    for notice in await published_notices(request):
        if notice.register_id == register and (notice.is_in_force if version is None else notice.version == version):
            return notice
    raise HTTPException(404, "There is no such notice")


def json_list(value: Any) -> list[dict[str, str]]:
    """Return a list that is stored as JSON; the pool may have decoded it already."""
    items: list[dict[str, str]] = orjson.loads(value) if isinstance(value, str | bytes) else value
    return items


def _day(value: date | None) -> str:
    """Return a day in the Finnish form, for instance 31.1.2026."""
    return f"{value.day}.{value.month}.{value.year}" if value else "–"


def language_links(request: Request, chosen: str, among: Sequence[str] = LANGUAGES) -> dict[str, Markup | str]:
    """Return the template's values for languages: the links to the same page in the other languages."""
    path = request.url.path
    links = joined(
        fill("privacy_language", address=f"{path}?lang={code}", code=code, name=_NAMES[code])
        for code in among
        if code != chosen
    )
    return {"languages": links, "languages_title": NOTICE_WORDS["languages"][chosen]}


def paragraphs(notice: Notice, language: str) -> Markup:
    """Return the texts of the notice by topic, in the order of the topics."""
    _, _, topics = CHOICES["NoticeTopic"]
    texts = {text["topic"]: text[language] for text in notice.texts}
    return joined(
        fill("privacy_topic", heading=topics[topic][LANGUAGES.index(language)], text=_text_of(texts[topic]))
        for topic in topics
        if topic in texts
    )


def processor_lines(notice: Notice, language: str) -> Markup:
    """Return a paragraph for each processor: its name, its country, what it does."""
    lines = [f"{one['name']} ({one['country']}): {one[language]}" for one in notice.processors]
    return joined(fill("privacy_text", text=line) for line in lines or [NOTICE_WORDS["nobody"][language]])


def _text_of(text: str) -> Markup:
    """Return a text as HTML paragraphs."""
    return joined(fill("privacy_text", text=part.strip()) for part in text.split("\n\n") if part.strip())


def tables(data_kept: Sequence[dict[str, str]], language: str) -> Markup:
    """Return the tables of the stored data, one for each content type and one for each form."""
    title_key = f"type{language.title()}"
    groups = groupby(data_kept, key=lambda item: (item.get("form"), item[title_key]))
    return joined(table(title, list(items), language, is_form=form is not None) for (form, title), items in groups)


def table(title: str, items: list[dict[str, str]], language: str, *, is_form: bool) -> Markup:
    """Return one table; that of a form shows the section and the rights of each question."""
    heads = {
        name: NOTICE_WORDS[name][language] for name in ("field", "question", "section", "rights", "category", "sources")
    }
    if not is_form:
        return fill("privacy_table", caption=title, rows=joined(_row(item, language) for item in items), **heads)
    caption = NOTICE_WORDS["form"][language].format(title=title)
    rows = joined(question(item, language) for item in items)
    return fill("privacy_questions", caption=caption, rows=rows, **heads)


def _row(item: dict[str, str], language: str) -> Markup:
    """Return the row of one field: its title, its category, its sources."""
    return fill("privacy_row", field=item[language], **category_and_sources(item, language))


def question(item: dict[str, str], language: str) -> Markup:
    """Return the row of one question: its title, its section, its rights, its category, its sources."""
    rights = "; ".join(
        NOTICE_WORDS[side][language].format(right=RIGHTS[item[side]][language] if item[side] in RIGHTS else item[side])
        for side in ("read", "write")
    )
    section = item[f"section{language.title()}"]
    return fill(
        "privacy_question", field=item[language], section=section, rights=rights, **category_and_sources(item, language)
    )


def category_and_sources(item: dict[str, str], language: str) -> dict[str, str]:
    """Return the category of a field and its sources as texts."""
    sources = ", ".join(SOURCE_WORDS[name][language] for name in item["sources"].split())
    return {"category": CATEGORY_WORDS[item["category"]][language], "sources": sources}


def version_link(notice: Notice, language: str) -> Markup:
    """Return the link to one version of a notice."""
    text = NOTICE_WORDS["version"][language].format(version=notice.version, day=_day(notice.effective_on))
    return fill("privacy_link", address=f"{notice.address}/{notice.version}?lang={language}", name=text)
