"""
The privacy notices as everybody may read them, without log-in, in three languages, with their earlier versions.

Only what was published is read here, and nothing of it is about a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from resolvers.public_ids import object_uuid, public_id
from schema.engine.language import CHOICES
from schema.execution.messages import preferred
from service.pages.browser_pages import joined
from service.pages.page_layout import page_with_layout, static_address
from service.pages.privacy_words import CATEGORY_WORDS, NOTICE_WORDS, RIGHTS, SOURCE_WORDS
from service.pages.templates import Html, fill
from workflow.privacy_notice import READABLE_NOTICE_STATES
from workflow.titles import LANGUAGES

_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}
_PUBLISHED = f"""
SELECT n.register_id, r.name AS register, o.name AS controller, n.version, n.effective_on, n.state, n.texts, n.data_kept
FROM privacy_notice n JOIN register r ON r.id = n.register_id JOIN organisation o ON o.id = r.organisation_id
WHERE n.version IS NOT NULL AND {READABLE_NOTICE_STATES.sql("n.state")}
ORDER BY r.name, n.register_id, n.version DESC
"""


@dataclass(frozen=True)
class Notice:
    """One published version of the notice of a register."""

    register_id: UUID
    register: str
    controller: str
    version: int
    effective_on: date | None
    is_in_force: bool
    texts: list[dict[str, str]]
    data_kept: list[dict[str, str]]

    @property
    def address(self) -> str:
        """Where the register's notice in force is read."""
        return f"/privacy/{public_id('register', self.register_id)}"


def privacy_routes() -> list[BaseRoute]:
    """Return the routes of `/privacy`, of one register's notice, and of its earlier versions by number."""
    pages = PrivacyPages()
    return [
        Route("/privacy", pages.every),
        Route("/privacy/{register}", pages.current),
        Route("/privacy/{register}/{version:int}", pages.earlier),
    ]


def language_of(request: Request) -> str:
    """Return the language asked for by `?lang=`, else by the browser; Finnish otherwise."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else preferred(request.headers.get("accept-language", ""))


@dataclass(frozen=True)
class PrivacyPages:
    """The public pages; they run no script and load nothing from elsewhere."""

    static: str = field(default_factory=static_address)

    async def every(self, request: Request) -> Response:
        """Answer the notice of the only register, or the list of several."""
        notices = [n for n in await _published_notices(request) if n.is_in_force]
        language = language_of(request)
        if len(notices) == 1:
            return await self._shown(request, notices[0])
        links = joined(fill("privacy_link", address=f"{n.address}?lang={language}", name=n.register) for n in notices)
        items = (
            fill("privacy_links", links=links) if notices else fill("privacy_text", text=NOTICE_WORDS["none"][language])
        )
        title = NOTICE_WORDS["title"][language]
        body = fill("privacy_list", title=title, items=items, **_languages(request, language))
        return self._page(title, body, language)

    async def current(self, request: Request) -> Response:
        """Answer the notice of one register that is in force."""
        return await self._shown(request, await one(request, None))

    async def earlier(self, request: Request) -> Response:
        """Answer one published version of a register's notice."""
        return await self._shown(request, await one(request, request.path_params["version"]))

    async def _shown(self, request: Request, notice: Notice) -> Response:
        language = language_of(request)
        versions = [n for n in await _published_notices(request) if n.register_id == notice.register_id]
        title = f"{NOTICE_WORDS['title'][language]}: {notice.register}"
        stands = NOTICE_WORDS["in_force" if notice.is_in_force else "not_in_force"][language]
        body = fill(
            "privacy",
            title=title,
            controller=notice.controller,
            **_languages(request, language),
            stands=stands.format(version=notice.version, day=_day(notice.effective_on)),
            texts=paragraphs(notice, language),
            kept_title=NOTICE_WORDS["kept"][language],
            kept=tables(notice.data_kept, language),
            versions_title=NOTICE_WORDS["versions"][language],
            versions=joined(version_link(n, language) for n in versions),
        )
        return self._page(title, body, language)

    def _page(self, title: str, body: Html, language: str) -> Response:
        return page_with_layout(f"{title} – Polku", body, policy=_POLICY, static=self.static, language=language)


async def _published_notices(request: Request) -> list[Notice]:
    """Return every published version, registers by name, the newest version first."""
    return [
        Notice(
            row["register_id"],
            row["register"],
            row["controller"],
            row["version"],
            row["effective_on"],
            row["state"] == "PUBLISHED",
            stored(row["texts"]),
            stored(row["data_kept"]),
        )
        for row in await request.app.state.reads.fetch(_PUBLISHED)
    ]


async def one(request: Request, version: int | None) -> Notice:
    """
    Return a register's notice in force, or a version of it.

    :raises HTTPException: 404 when there is none
    """
    register = object_uuid("register", request.path_params["register"])
    for notice in await _published_notices(request):
        if notice.register_id == register and (notice.is_in_force if version is None else notice.version == version):
            return notice
    raise HTTPException(404, "There is no such notice")


def stored(value: Any) -> list[dict[str, str]]:
    """Return a list kept as JSON, whether the pool has read it already or not."""
    found: list[dict[str, str]] = orjson.loads(value) if isinstance(value, str | bytes) else value
    return found


def _day(value: date | None) -> str:
    """Return a day as people write it here."""
    return f"{value.day}.{value.month}.{value.year}" if value else "–"


def _languages(request: Request, chosen: str) -> dict[str, Html | str]:
    """Return what a template shows of the languages: the links to the same page in the others."""
    path = request.url.path
    links = joined(
        fill("privacy_language", address=f"{path}?lang={code}", code=code, name=_NAMES[code])
        for code in LANGUAGES
        if code != chosen
    )
    return {"languages": links, "languages_title": NOTICE_WORDS["languages"][chosen]}


def paragraphs(notice: Notice, language: str) -> Html:
    """Return what the notice tells, topic by topic, in the order of the topics."""
    _, _, topics = CHOICES["NoticeTopic"]
    told = {text["topic"]: text[language] for text in notice.texts}
    return joined(
        fill("privacy_topic", heading=topics[topic][LANGUAGES.index(language)], text=_text_of(told[topic]))
        for topic in topics
        if topic in told
    )


def _text_of(text: str) -> Html:
    """Return a text with its paragraphs."""
    return joined(fill("privacy_text", text=part.strip()) for part in text.split("\n\n") if part.strip())


def tables(kept: Sequence[dict[str, str]], language: str) -> Html:
    """Return the tables of the data kept, one for each content type and one for each form."""
    titled = f"type{language.title()}"
    groups = groupby(kept, key=lambda item: (item.get("form"), item[titled]))
    return joined(table(title, list(items), language, is_form=form is not None) for (form, title), items in groups)


def table(title: str, items: list[dict[str, str]], language: str, *, is_form: bool) -> Html:
    """Return one table; that of a form tells of each question in which section it stands, and under which rights."""
    heads = {
        name: NOTICE_WORDS[name][language] for name in ("field", "question", "section", "rights", "category", "sources")
    }
    if not is_form:
        return fill("privacy_table", caption=title, rows=joined(_row(item, language) for item in items), **heads)
    caption = NOTICE_WORDS["form"][language].format(title=title)
    rows = joined(question(item, language) for item in items)
    return fill("privacy_questions", caption=caption, rows=rows, **heads)


def _row(item: dict[str, str], language: str) -> Html:
    """Return the row of one field: its title, its category, its sources."""
    return fill("privacy_row", field=item[language], **whence(item, language))


def question(item: dict[str, str], language: str) -> Html:
    """Return the row of one question: its title, its section, who reads and writes the answer, category, sources."""
    rights = "; ".join(
        NOTICE_WORDS[side][language].format(right=RIGHTS[item[side]][language] if item[side] in RIGHTS else item[side])
        for side in ("read", "write")
    )
    section = item[f"section{language.title()}"]
    return fill("privacy_question", field=item[language], section=section, rights=rights, **whence(item, language))


def whence(item: dict[str, str], language: str) -> dict[str, str]:
    """Return the category of a field and its sources, in words."""
    sources = ", ".join(SOURCE_WORDS[name][language] for name in item["sources"].split())
    return {"category": CATEGORY_WORDS[item["category"]][language], "sources": sources}


def version_link(notice: Notice, language: str) -> Html:
    """Return the link to one version."""
    text = NOTICE_WORDS["version"][language].format(version=notice.version, day=_day(notice.effective_on))
    return fill("privacy_link", address=f"{notice.address}/{notice.version}?lang={language}", name=text)
