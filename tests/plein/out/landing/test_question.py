"""The question on the home page is the finder."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["nl", "pl"])
def test_the_question_of_the_home_page_is_put_to_the_finder(visitor, code):
    answer = visitor.get(f"/{code}/")
    html = answer.content.decode()
    assert answer.context["finder_url"] == f"/{code}/vinden/"
    assert f'<form class="finder" action="/{code}/vinden/" role="search">' in html
    assert 'id="finder" type="search" name="v"' in html


def test_the_search_in_the_header_stays_a_search(visitor):
    html = visitor.get("/nl/themas/").content.decode()
    assert '<form class="site-header__search" action="/nl/zoeken/" role="search">' in html
