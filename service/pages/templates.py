"""HTML from the files of web/templates. `$name` stands for a value; one that is not HTML itself is escaped."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template

from service.settings import ROOT

_FOLDER = ROOT / "web" / "templates"


class Html(str):
    """Text that is HTML already, so that it is not escaped again."""

    __slots__ = ()


def fill(page: str, /, **values: str) -> Html:
    """
    Return the template `web/templates/<page>.html` with its values in place.

    :raises KeyError: when the template names a value that was not given.
    """
    safe = {key: value if isinstance(value, Html) else escape(value) for key, value in values.items()}
    return Html(template(_FOLDER / f"{page}.html").substitute(safe))


@cache
def template(path: Path) -> Template:
    """Return the parsed file; pages change with a restart only."""
    return Template(path.read_text("utf-8"))
