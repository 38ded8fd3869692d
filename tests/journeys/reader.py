"""Somebody at a screen: goes to addresses, presses things, and notices everything that goes wrong behind them."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response, expect

from tests.journeys.running import Account, Portal

# What a browser says of a request that it broke off itself: to go to another page, or to save the answer as a file.
BROKEN_OFF = "net::ERR_ABORTED"

GLANCE = 5_000  # milliseconds to look at the screen of a journey that failed


@dataclass(frozen=True)
class Screen:
    """A size, and whether one touches it."""

    width: int
    height: int
    is_phone: bool


PHONE = Screen(360, 740, is_phone=True)
DESKTOP = Screen(1280, 800, is_phone=False)


@dataclass
class Reader:
    """One person with one browser. ``presses`` counts what was pressed since the last ``go``."""

    portal: Portal
    library: str
    screen: Screen
    context: BrowserContext
    page: Page
    presses: int = 0
    problems: list[str] = field(default_factory=list)
    expected: set[tuple[int, str]] = field(default_factory=set)

    def watch(self) -> None:
        """Note whatever a reader would not see: errors in the console, failed requests, requests to elsewhere."""
        self.context.on("console", self._console)
        self.context.on("weberror", lambda error: self._note(f"script error: {error.error}"))
        self.context.on("request", self._request)
        self.context.on("requestfailed", self._failed)
        self.context.on("response", self._response)

    def _note(self, problem: str) -> None:
        self.problems.append(f"{problem} (at {self.page.url})")

    def _console(self, message: ConsoleMessage) -> None:
        refused = [path for _status, path in self.expected]
        if urlsplit(message.location.get("url", "")).path in refused and "Failed to load resource" in message.text:
            return
        if message.type == "error" or "Content Security Policy" in message.text:
            self._note(f"console {message.type}: {message.text} {message.location.get('url', '')}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.netloc not in self.portal.hosts:
            self._note(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != BROKEN_OFF:
            self._note(f"request failed: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and (response.status, urlsplit(response.url).path) not in self.expected:
            self._note(f"status {response.status}: {response.url}")

    def go(self, path: str, *, library: str = "", status: int = 200) -> None:
        """Type an address; an answer other than ``status`` is a fault."""
        self.presses = 0
        if status != 200:
            self.expected.add((status, path))
        answer = self.page.goto(self.portal.address(library or self.library, path))
        assert answer is not None
        assert (answer.status, path) == (status, path)

    def press(self, what: Locator) -> None:
        """Tap on a phone, click on a desktop; count it."""
        self.presses += 1
        if self.screen.is_phone:
            what.tap()
        else:
            what.click()

    def log_in(self, account: Account, path: str) -> None:
        """Ask for a page that wants an account, and log in where that leads."""
        self.page.goto(self.portal.address(self.library, path))
        self.page.locator("input[name=login]").fill(account.email)
        self.page.locator("input[name=password]").fill(account.password)
        self.press(self.page.locator("main button[type=submit], form button[type=submit]").first)
        self.page.wait_for_url(lambda url: urlsplit(url).path == path)

    def choose_language(self, code: str) -> None:
        """Choose a language in the menu, which a phone keeps folded away."""
        menu = self.page.locator(".drawer--languages")
        link = menu.locator(f"a[hreflang={code}]")
        if not link.is_visible():
            self.press(menu.locator("summary"))
        self.press(link)
        expect(self.page.locator("html")).to_have_attribute("lang", code)

    def saw(self) -> str:
        """Where this person is, what went wrong, and the screen as a screen reader tells it."""
        told = self.page.locator("body").aria_snapshot(timeout=GLANCE)
        return "\n".join([self.page.url, *self.problems, told])

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def lang_of(self, what: Locator) -> tuple[str, str]:
        """The language and direction that a screen reader hears this in."""
        language = what.evaluate("element => element.closest('[lang]').lang")
        return language, what.evaluate("element => getComputedStyle(element).direction")
