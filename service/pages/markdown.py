"""Markdown files as HTML: what public pages show."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


@cache
def markdown_html(source: Path, pictures: str = "") -> Markup:
    """Return a Markdown file as HTML, its pictures below the address `pictures`. HTML in the file stays text."""
    parser = MarkdownIt("js-default")
    tokens = parser.parse(source.read_text("utf-8"))
    for image in _images(tokens):
        image.attrs["src"] = f"{pictures}/{Path(str(image.attrs['src'])).name}"
        image.attrs["loading"] = "lazy"
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # noqa: S704 - made without raw HTML


def pictures_in(sources: Iterable[Path]) -> dict[str, Path]:
    """Return the files of the pictures that Markdown files show, by the names of the files."""
    found = [
        (source.parent / unquote(str(image.attrs["src"]))).resolve()
        for source in sources
        for image in _images(MarkdownIt("js-default").parse(source.read_text("utf-8")))
    ]
    return {path.name: path for path in found}


def title_of(source: Path) -> str:
    """Return the heading with which a Markdown file begins."""
    return source.read_text("utf-8").partition("\n")[0].removeprefix("# ")


def _images(tokens: Iterable[Token]) -> list[Token]:
    """Return the tokens of the pictures in a text."""
    return [child for token in tokens for child in token.children or [] if child.type == "image"]
