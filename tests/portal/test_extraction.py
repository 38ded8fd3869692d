"""Which strings are found, and which of them the public sees."""

from pathlib import Path

import pytest

from portal.extraction import extract

PAGES = """
from django.utils.translation import gettext as _now, gettext_lazy as _

class ThemePage:
    label = _("name of the field")

    def reading_context(self):
        return f"{_now('Said to a visitor')}: yes"

    def clean(self):
        raise ValidationError(_now("Said to an editor"))
"""


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("templates", "home", "plein", "netwerk", "portal"):
        (tmp_path / folder).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('{% translate "Help" %}', ("", "Help", ""), id="tag"),
        pytest.param('{{ _("Help")|upper }}', ("", "Help", ""), id="variable"),
        pytest.param('{% include "a.html" with title=_("Help") %}', ("", "Help", ""), id="argument"),
        pytest.param('{% translate "May" context "month" %}', ("month", "May", ""), id="context"),
        pytest.param(
            "    {% blocktranslate trimmed %}\n      Hello\n      {{ name }}\n  {% endblocktranslate %}",
            ("", "Hello %(name)s", ""),
            id="block",
        ),
        pytest.param(
            "{% blocktranslate count n=rows %}one row{% plural %}{{ n }} rows{% endblocktranslate %}",
            ("", "one row", "%(n)s rows"),
            id="plural",
        ),
    ],
)
def test_a_template_gives_its_strings(root: Path, source: str, expected: tuple[str, str, str]) -> None:
    write(root, "templates/home/a.html", f"<p title='it(s'>{{# {'note'} #}}\n   {source}</p>")
    assert [(one.context, one.singular, one.plural) for one in extract(root).values()] == [expected]


def test_python_gives_its_strings_and_leaves_out_what_is_put_together_at_run_time(root: Path) -> None:
    write(
        root,
        "home/x/models.py",
        'a = _("One " "line")\nb = pgettext_lazy("door", "Open")\nc = _(name)\nd = _(f"{a}")\n',
    )
    assert {one.key for one in extract(root).values()} == {("", "One line"), ("door", "Open")}


def test_a_string_used_twice_is_one_message_with_both_files(root: Path) -> None:
    write(root, "home/x/models.py", 'a = _("Help")\n')
    write(root, "templates/netwerk/a.html", '{% translate "Help" %}')
    message = extract(root)["", "Help"]
    assert message.paths == {"home/x/models.py", "templates/netwerk/a.html"}
    assert not message.is_public


@pytest.mark.parametrize(
    ("name", "is_public"),
    [
        ("templates/base.html", True),
        ("templates/components/card.html", True),
        ("templates/plein/programme/events/event_page.html", True),
        ("templates/netwerk/floor/news/news_page.html", False),
        ("templates/account/login.html", False),
        ("plein/offer/offers/choices.py", True),
        ("plein/programme/timetable/presenters.py", True),
        ("home/site/search/views.py", True),
        ("home/tenant/libraries/choices.py", False),
        ("plein/offer/offers/models.py", False),
        ("plein/offer/offers/admin.py", False),
        ("netwerk/door/intranet/views.py", False),
    ],
)
def test_public_is_what_visitors_see(root: Path, name: str, is_public: bool) -> None:
    write(root, name, 'gettext("Help")' if name.endswith(".py") else '{% translate "Help" %}')
    assert extract(root)["", "Help"].is_public is is_public


def test_a_page_type_speaks_to_editors_in_its_fields_and_to_visitors_in_its_functions(root: Path) -> None:
    write(root, "plein/offer/themes/pages.py", PAGES)
    messages = extract(root)
    assert {words: one.is_public for (_, words), one in messages.items()} == {
        "name of the field": False,
        "Said to an editor": False,
        "Said to a visitor": True,
    }


def test_migrations_are_not_read(root: Path) -> None:
    write(root, "home/migrations/0001_initial.py", 'a = _("Help")\n')
    assert extract(root) == {}
