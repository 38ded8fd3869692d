"""What news brings to the first page of the intranet."""

from netwerk.door.intranet.first_page import Block, Side, Today
from netwerk.floor.news.pages import NewsPage
from netwerk.floor.news.presenters import news_lines

MOST_ON_START = 4


def news_blocks(today: Today) -> list[Block]:
    """The newest."""
    lines = news_lines(NewsPage.objects.shown(today.visit.library)[:MOST_ON_START], today.language)
    return [Block("netwerk/floor/news/first_page.html", {"news": lines}, order=300, side=Side.ASIDE)]
