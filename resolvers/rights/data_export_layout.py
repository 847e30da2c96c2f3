"""The layout of a PDF: fonts, text styles, tables, and the footer of a page."""

from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pymupdf_fonts
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, Table, TableStyle

_REGULAR, _BOLD = "Polku", "Polku-Bold"
_INK, _GREY, _LINE, _BAND = HexColor("#1a1a1a"), HexColor("#555555"), HexColor("#bbbbbb"), HexColor("#eef3f1")
MARGIN, PADDING = 20 * mm, 6  # the margin of the page, and the padding that reportlab adds inside it
_WIDTH = A4[0] - 2 * MARGIN


@cache
def fonts() -> None:
    """Register the fonts: Noto Sans (SIL Open Font License), of which the used glyphs are embedded."""
    for name, key in ((_REGULAR, "notos"), (_BOLD, "notosbo")):
        pdfmetrics.registerFont(TTFont(name, BytesIO(pymupdf_fonts.myfont(key))))
    pdfmetrics.registerFontFamily(_REGULAR, normal=_REGULAR, bold=_BOLD, italic=_REGULAR, boldItalic=_BOLD)


def _style(size: float = 9.5, font: str = _REGULAR, **more: Any) -> ParagraphStyle:
    """Return a text style."""
    attributes = {"fontName": font, "fontSize": size, "leading": size * 1.4, "textColor": _INK, **more}
    return ParagraphStyle(f"{font}{size}{sorted(more)}", **attributes)


_BODY, SMALL, _HEAD = _style(), _style(8), _style(8.5, _BOLD)
_LABEL = _style(7.5, _BOLD)
LEAD = _style(spaceAfter=3, keepWithNext=1)
NOTE = _style(8, textColor=_GREY, keepWithNext=1)
H1, H2 = _style(20, _BOLD, spaceAfter=6), _style(13, _BOLD, spaceBefore=14, spaceAfter=4, keepWithNext=1)


def text(words: str, kind: ParagraphStyle = _BODY) -> Paragraph:
    """Return a paragraph of plain text; markup in it is not interpreted."""
    return Paragraph(escape(words).replace("\n", "<br/>"), kind)


def grid(rows: list[tuple[str, str]]) -> Table:
    """Return names and values as a table of two columns, over as many pages as needed."""
    cells = [[text(name, _HEAD), text(value)] for name, value in rows]
    return _table(cells, [_WIDTH * 0.3, _WIDTH * 0.7], has_head=False)


def _table(cells: list[list[Any]], widths: list[float], *, has_head: bool = True) -> Table:
    # A row that is taller than a page must be split.
    table = Table(cells, colWidths=widths, repeatRows=1 if has_head else 0, splitByRow=1, splitInRow=1, hAlign="LEFT")
    lines: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if has_head:
        lines.append(("BACKGROUND", (0, 0), (-1, 0), _BAND))
    table.setStyle(TableStyle(lines))
    return table


def listing(heads: list[str], rows: list[list[str]], shares: list[float]) -> Table:
    """Return a table with a row of titles; `shares` are the shares of the columns in the width of the page."""
    cells = [[text(head, _LABEL) for head in heads], *([text(cell, SMALL) for cell in row] for row in rows)]
    return _table(cells, [_WIDTH * share for share in shares])


def page_footer(canvas: Any, document: Any) -> None:
    """Draw the footer of a page: the note on confidentiality and the number of the page."""
    canvas.saveState()
    canvas.setFont(_REGULAR, 7.5)
    canvas.setFillColor(_GREY)
    canvas.drawString(MARGIN, 10 * mm, "Luottamuksellinen. Sisältää henkilötietoja.")
    canvas.drawRightString(A4[0] - MARGIN, 10 * mm, f"Sivu {document.page}")
    canvas.restoreState()
