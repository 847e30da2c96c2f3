"""A person at a desk without a mouse: Tab from one thing to the next, and what the eye sees of the focus."""

from dataclasses import dataclass, field

from tests.support.desks.journey import Journey

MOST_STEPS = 150
FOCUSED = """() => {
  const one = document.activeElement;
  const look = getComputedStyle(one);
  const place = one.getBoundingClientRect();
  const isSeen = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2
    && place.width > 0 && place.bottom > 0 && place.top < window.innerHeight;
  if (one === document.body) return { tag: 'BODY', name: '', isSeen: true };
  const label = one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? one.textContent ?? '';
  return { tag: one.tagName, name: label.replace(/\\s+/g, ' ').trim(), isSeen };
}"""


@dataclass
class Keyboard:
    """The keys of a journey; `unseen` are the things that had the focus and did not show it."""

    journey: Journey
    unseen: set[str] = field(default_factory=set)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            await self.journey.page.keyboard.press(key)

    async def write(self, text: str) -> None:
        """Type a text where the focus is."""
        await self.journey.page.keyboard.type(text)

    async def tab_to(self, name: str) -> None:
        """Press Tab until what has `name` in its name has the focus."""
        passed = []
        for _ in range(MOST_STEPS):
            await self.press("Tab")
            focused = await self.journey.page.evaluate(FOCUSED)
            if not focused["isSeen"]:
                self.unseen.add(focused["name"])
            if name in focused["name"]:
                return
            passed.append(focused["name"])
        raise AssertionError(f"Tab does not lead to {name}, but to {set(passed)}")

    async def open(self, way: str, heading: str) -> None:
        """Go to a page by Tab and Enter; its heading must have the focus then."""
        await self.tab_to(way)
        await self.press("Enter")
        await self.journey.heading(heading)
        await self.journey.settle()
        focused = await self.journey.page.evaluate(FOCUSED)
        assert (focused["tag"], focused["name"]) == ("H1", heading)

    async def skip_to_content(self) -> None:
        """Take the first thing on the page: the way past everything that stands on every page."""
        await self.tab_to("Siirry sisältöön")
        await self.press("Enter")
