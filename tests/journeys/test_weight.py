"""What the first view of the home page weighs on the line, all files together, as the server compresses them."""

from typing import Any

import pytest

from tests.journeys.conftest import Meet
from tests.journeys.reader import PHONE

MOST_BYTES = 70_000
MOST_SCRIPT_BYTES = 15_000


@pytest.mark.parametrize(
    ("library", "path"), [("oeverstad", "/nl/"), ("oeverstad", "/pl/"), ("oeverstad", "/ar/"), ("vesting", "/bg/")]
)
def test_the_first_view_of_the_home_page_is_light(meet: Meet, library: str, path: str) -> None:
    reader = meet(library, PHONE, locale=path[1:3])
    kinds: dict[str, tuple[str, str]] = {}
    weights: dict[str, float] = {}
    devtools = reader.context.new_cdp_session(reader.page)
    devtools.send("Network.enable")

    def answered(event: dict[str, Any]) -> None:
        kinds[event["requestId"]] = (event["type"], event["response"]["url"])

    def finished(event: dict[str, Any]) -> None:
        weights[event["requestId"]] = event["encodedDataLength"]

    devtools.on("Network.responseReceived", answered)
    devtools.on("Network.loadingFinished", finished)
    reader.go(path)
    reader.page.wait_for_load_state("networkidle")

    table = {kinds[number]: weight for number, weight in weights.items()}
    assert {"Document", "Stylesheet", "Script"} <= {kind for kind, _url in table}, "all was measured"
    scripts = sum(weight for (kind, _url), weight in table.items() if kind == "Script")
    assert (sum(table.values()) <= MOST_BYTES, scripts <= MOST_SCRIPT_BYTES) == (True, True), table
