"""HTML from the files of web/templates. `$name` is replaced by a value; a value that is not `Html` is escaped."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template

from service.settings import ROOT

_FOLDER = ROOT / "web" / "templates"


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def fill(page: str, /, **values: str) -> Html:
    """
    Return the template `web/templates/<page>.html` with its values filled in.

    :raises KeyError: when the template uses a value that is not given.
    """
    safe = {key: value if isinstance(value, Html) else escape(value) for key, value in values.items()}
    return Html(template(_FOLDER / f"{page}.html").substitute(safe))


@cache
def template(path: Path) -> Template:
    """Return the parsed file; it is read once, so that a change needs a restart."""
    return Template(path.read_text("utf-8"))
