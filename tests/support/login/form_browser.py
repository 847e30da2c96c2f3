"""A browser as far as log-in needs one: cookies, redirects, forms, and the headers by which a server knows one."""

from html.parser import HTMLParser
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx2

REDIRECTS = (301, 302, 303, 307)


class FormReader(HTMLParser):
    """Reads the first form of a page: where it goes, and its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the first form, and the names and values of its fields."""
        found = dict(attrs)
        if tag == "form" and self.action is None:
            self.action = found.get("action") or ""
        elif tag in ("input", "button") and found.get("name"):
            self.fields[str(found["name"])] = found.get("value") or ""


class FormBrowser:
    """One person's browser. `visited` are the addresses it was at, the last one is where it is."""

    def __init__(self) -> None:
        self.http = httpx2.AsyncClient(follow_redirects=False)
        self.visited: list[str] = []
        self.set_cookies: list[dict[str, str]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.http.aclose()

    async def open(self, address: str) -> httpx2.Response:
        """Get a page and follow the redirects."""
        return await self._follow(await self._at(address, "GET"))

    async def step(self, address: str) -> httpx2.Response:
        """Get a page without following redirects."""
        return await self._at(address, "GET")

    async def submit(self, page: httpx2.Response, **given: str) -> httpx2.Response:
        """Send the form of a page with these fields filled in, and follow the redirects."""
        return await self._follow(await self.send(page, **given))

    async def send(self, page: httpx2.Response, **given: str) -> httpx2.Response:
        """Send the form of a page with these fields filled in, without following redirects."""
        form = FormReader()
        form.feed(page.text)
        assert form.action is not None, page.text
        return await self._at(urljoin(str(page.url), form.action), "POST", {**form.fields, **given}, str(page.url))

    async def log_in(self, address: str, username: str, password: str) -> httpx2.Response:
        """Get a page, answer every form of the provider on the way, and return the page at the end."""
        start = urlsplit(address).netloc
        page = await self.open(address)
        for _ in range(4):
            is_provider = urlsplit(str(page.url)).netloc != start or urlsplit(str(page.url)).path.startswith(
                "/provider"
            )
            if not is_provider or page.status_code >= 400:
                return page
            page = await self.submit(page, username=username, login=username, password=password)
        raise AssertionError(f"the log-in does not end: {page.url}")

    async def _at(
        self, address: str, method: str, form: dict[str, str] | None = None, source: str | None = None
    ) -> httpx2.Response:
        self.visited.append(address)
        headers = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document", "accept": "text/html,*/*;q=0.8"}
        if method == "POST":
            is_same = source is not None and urlsplit(source).netloc == urlsplit(address).netloc
            headers |= {"origin": "null", "sec-fetch-site": "same-origin" if is_same else "cross-site"}
        page = await self.http.request(method, address, data=form, headers=headers)
        for header in page.headers.get_list("set-cookie"):
            name, _, value = header.partition(";")[0].partition("=")
            self.set_cookies.append({"name": name, "value": value.strip('"')})
        return page

    async def _follow(self, page: httpx2.Response) -> httpx2.Response:
        for _ in range(10):
            if page.status_code not in REDIRECTS:
                return page
            target = urljoin(str(page.url), page.headers["location"])
            if target.startswith("http://127.0.0.1:1/"):
                self.visited.append(target)
                return page  # a front end that does not exist: where it would have been led is all that matters
            page = await self._at(target, "GET")
        raise AssertionError("the redirects do not end")
