"""One portal and one browser for all journeys; a new reader for each."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.clock import at
from tests.journeys.reader import DESKTOP, PHONE, Reader, Screen
from tests.journeys.running import Portal, Runner

HERE = Path(__file__).parent
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := which(name))), "")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whoever asks for another host is told at once that there is none.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost",
]
PATIENCE = 45_000  # milliseconds that a condition gets; the admin's scripts are slow on a busy machine
RUNNER = pytest.StashKey[Runner]()
READERS = pytest.StashKey[list[Reader]]()

Meet = Callable[..., Reader]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys, and let them come last: by then the demo content has been loaded."""
    own = [item for item in items if HERE in item.path.parents]
    for item in own:
        item.add_marker(pytest.mark.journey)
    items[:] = [item for item in items if item not in own] + own


def pytest_collection_finish(session: pytest.Session) -> None:
    """Start the portal in the background as soon as it is known that a journey will be run."""
    if session.config.option.collectonly or not any(HERE in item.path.parents for item in session.items):
        return
    folder: Path = session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    session.config.stash[RUNNER] = Runner(folder / "journeys")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if runner := session.config.stash.get(RUNNER, None):
        runner.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """A journey that fails says what each reader had on the screen."""
    report = yield
    if call.when == "call" and report.failed:
        for number, reader in enumerate(item.stash.get(READERS, []), start=1):
            report.sections.append((f"what reader {number} saw", reader.saw()))
    return report


@pytest.fixture(scope="session")
def portal(pytestconfig: pytest.Config) -> Portal:
    """The running portal with its demo content."""
    return pytestconfig.stash[RUNNER].portal()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    if not CHROMIUM:
        pytest.fail("Chromium is missing; install it with: apt-get install chromium")
    # Playwright keeps an event loop in this thread, of which Django would warn the database tests that follow.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def _same_clock(portal: Portal) -> Iterator[None]:
    """The journey itself reads the clock of the portal, which went on while other journeys were made."""
    with at(portal.now):
        yield


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def screen(request: pytest.FixtureRequest) -> Screen:
    """The size at which the journey is made."""
    return request.param


@pytest.fixture
def meet(request: pytest.FixtureRequest, portal: Portal, browser: Browser) -> Iterator[Meet]:
    """Gives readers; when the journey is over, none of them may have met with a problem."""
    readers: list[Reader] = []
    request.node.stash[READERS] = readers

    def make(
        library: str,
        screen: Screen,
        *,
        locale: str = "nl-NL",
        scripts: bool = True,
        time_zone: str = "Europe/Amsterdam",
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            is_mobile=screen.is_phone,
            has_touch=screen.is_phone,
            locale=locale,
            java_script_enabled=scripts,
            timezone_id=time_zone,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        if scripts:
            # It goes on from there by itself, through whatever pages are opened.
            context.clock.install(time=portal.now)
        reader = Reader(portal, library, screen, context, context.new_page())
        reader.watch()
        readers.append(reader)
        return reader

    yield make
    problems = [problem for reader in readers for problem in reader.problems]
    for reader in readers:
        # An answer that is still being rewritten would otherwise fail in whichever journey comes next.
        reader.context.unroute_all(behavior="wait")
        reader.context.close()
    assert problems == []
