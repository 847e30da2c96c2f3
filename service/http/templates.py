"""HTML from the Jinja templates of web/templates. Values are escaped; their sentences are in the page's language."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from resolvers.catalogues import translations
from service.settings import ROOT

TEMPLATES = ROOT / "web" / "templates"


def fill(page: str, /, language: str = "fi", **values: object) -> Markup:
    """
    Return the template `web/templates/<page>.html` with its values filled in; a value that is not Markup is escaped.

    :raises UndefinedError: when the template uses a value that is not given.
    """
    text = environment(language).get_template(f"{page}.html").render(language=language, **values)
    return Markup(text)  # noqa: S704 - rendered with autoescape


@cache
def environment(language: str) -> Environment:
    """Return the templates in a language; each is read once, so that a change needs a restart."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        keep_trailing_newline=True,
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    return made
