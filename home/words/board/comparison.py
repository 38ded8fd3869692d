"""What a spreadsheet takes for a formula, and who is a robot."""

import re

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
ROBOT = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|archiver|preview|facebookexternalhit|whatsapp|monitor|uptime|headless|lighthouse"
    r"|curl|wget|python|java/|go-http|httpclient|okhttp|axios|node-fetch|feedfetcher|scrapy|validator",
    re.IGNORECASE,
)


def safe_cell(text: object) -> str:
    """A cell that a spreadsheet takes for text, never for a formula."""
    value = str(text)
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA_SIGNS) else value


def is_robot(user_agent: str) -> bool:
    """Whether who asks is a program and no reader, as far as it says so itself."""
    return not user_agent or bool(ROBOT.search(user_agent))
