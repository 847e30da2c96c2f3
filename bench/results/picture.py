"""
The picture of a run: for each query, how many answers per second each contestant gives, beside the floor's.

An SVG of bars without a library: lengths are ratios to the hand-written floor, a line across a bar is its target. It
is read on a light and on a dark ground, because the colours follow what the reader's system prefers.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from bench.results.report import PLACES, RATIOS, Line, number, ratio, title_of

SHOWN = {  # contestant → class of the bar
    "off": "ours",
    "relaxed": "ours",
    "strict": "ours",
    "mixed": "ours",
    "floor-relaxed": "floor",
    "postgraphile-open": "other",
    "postgraphile-checks": "other",
    "loader": "other",
}
LEFT, UNIT, BAR, GAP, HEAD = (
    290,
    560,
    14,
    6,
    34,
)  # pixels: of names, of the ratio 1, of a bar, between bars, of a heading
WIDTH, TOP = LEFT + UNIT + 90, 46
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328 } .head { font-weight: 600 } .faint { fill: #59636e }
  .ours { fill: #0969da } .floor { fill: #8c959f } .other { fill: #bc4c00 } .goal, .one { stroke: #1f2328 }
  .goal { stroke-width: 2 } .one { stroke-dasharray: 3 4; stroke-opacity: .6 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .faint { fill: #9198a1 } .ours { fill: #4493f8 } .floor { fill: #9198a1 }
    .other { fill: #db6d28 } .goal, .one { stroke: #f0f6fc }
  }
"""


def drawn(title: str, lines: Sequence[Line]) -> str:
    """Return the SVG of one role's lines, with a description for those who do not see it."""
    parts, y = [], TOP
    for line in lines:
        parts.append(f'<text class="head" x="8" y="{y + 18}">{escape(f"{line.query.name} {line.query.title}")}</text>')
        y += HEAD - GAP
        for name in (n for n in SHOWN if n in line.results):
            parts += bar(line, name, y)
            y += BAR + GAP
        y += GAP
    foot = y + 16
    key = (
        "blue: the service · grey: the floor that logs · orange: others · line across a bar: target · dashed: the floor"
    )
    size = f'width="{WIDTH}" height="{foot + 12}" viewBox="0 0 {WIDTH} {foot + 12}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title text">'
    whole = [
        opening,
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="text">{escape(described(lines))}</desc>',
        f"<style>{STYLE}</style>",
        f'<text class="head" x="8" y="22">{escape(title)}</text>',
        f'<line class="one" x1="{LEFT + UNIT}" x2="{LEFT + UNIT}" y1="{TOP}" y2="{y}"/>',
        *parts,
        f'<text class="faint" x="8" y="{foot}">{escape(key)}</text>',
        "</svg>",
    ]
    return "\n".join(whole) + "\n"


def bar(line: Line, name: str, y: int) -> list[str]:
    """Return the name, the bar, the target and the number of one contestant."""
    found = ratio(line, name, "floor") or 0.0
    targets = RATIOS.get((name, "floor"))
    length, middle = round(min(found, 1.1) * UNIT), y + BAR - 3
    drawn_parts = [
        f'<text x="{LEFT - 10}" y="{middle}" text-anchor="end">{escape(title_of(name))}</text>',
        f'<rect class="{SHOWN[name]}" x="{LEFT}" y="{y}" width="{length}" height="{BAR}" rx="2"/>',
    ]
    end = length
    if targets:
        goal = round(targets[PLACES[line.query.name]] * UNIT)
        drawn_parts.append(
            f'<line class="goal" x1="{LEFT + goal}" x2="{LEFT + goal}" y1="{y - 2}" y2="{y + BAR + 2}"/>'
        )
        end = max(length, goal)
    return [*drawn_parts, f'<text x="{LEFT + end + 8}" y="{middle}">{number(found)}</text>']


def described(lines: Sequence[Line]) -> str:
    """Return the numbers of the picture as sentences."""
    sentences = []
    for line in lines:
        told = ", ".join(f"{title_of(n)} {number(ratio(line, n, 'floor') or 0)}" for n in SHOWN if n in line.results)
        sentences.append(f"{line.query.title}, answers per second ÷ the floor's: {told}.")
    return " ".join(sentences)
