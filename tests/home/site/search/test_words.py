"""A page is found by another form of its words, without accents, and with a mistake, in each language."""

import pytest

from home.site.search.likeness import stems
from tests.home.site.search.conftest import add_in, asked, show_in, titles

pytestmark = pytest.mark.django_db

# Of each language two pages, and which of them a query finds: 0, 1, both or none.
PAGES = {
    "nl": (
        ("Hulp bij brieven", "Wij lezen samen uw formulier."),
        ("Schuldhulpverlening", "Een café voor wie schulden heeft."),
    ),
    "en": (
        ("Help with letters", "We read your application form."),
        ("Debts and money", "Volunteers explain libraries."),
    ),
    "pl": (("Pomoc z listami", "Czytamy urzędowe pismo."), ("Długi i pieniądze", "Książka o pracy w bibliotece.")),
    "bg": (("Помощ с писма", "Четем Вашите документи."), ("Дългове и пари", "Търсите работа на нашия език?")),
    "tr": (
        ("Mektup için yardım", "Çocuğunuz için formu okuyoruz."),
        ("Borçlar ve para", "Kitap ve iş arıyorsanız gelin."),
    ),
    "uk": (
        ("Допомога з листами", "Читаємо ваші документи."),
        ("Борги та гроші", "Шукаєте роботу поруч із бібліотекою?"),
    ),
    "ar": (("المساعدة في الرسائل", "نقرأ معكم الاستمارة."), ("الديون والمال", "مدرسة ومكتبة للإيجار.")),
}
FINDS = {
    "nl": [
        *(("brief", {0}), ("BRIEVEN", {0}), ("formulieren", {0}), ("formulliren", {0}), ("breiven", {0})),
        *(
            ("schuld", {1}),
            ("schuldhulp", {1}),
            ("hulpverlening", {1}),
            ("hulp", {0, 1}),
            ("cafe", {1}),
            ("kafee", {1}),
        ),
        *(("schuldenbrief", {0, 1}), ("schuldhulpverlenign", {1}), ("form", {0}), ("fiets", set()), ("rivier", set())),
    ],
    "en": [
        *(("letter", {0}), ("Letters", {0}), ("helping", {0}), ("forms", {0}), ("leters", {0}), ("aplication", {0})),
        *(
            ("debt", {1}),
            ("library", {1}),
            ("volunteer", {1}),
            ("voluntears", {1}),
            ("bicycle", set()),
            ("lettuce", set()),
        ),
    ],
    "pl": [
        *(("list", {0}), ("pomocy", {0}), ("urzedowe", {0}), ("pisma", {0}), ("pomocc", {0})),
        *(("dług", {1}), ("długów", {1}), ("dlugi", {1}), ("pieniedzy", {1}), ("ksiazki", {1}), ("praca", {1})),
        *(("biblioteka", {1}), ("bibloteka", {1}), ("rower", set()), ("prasa", set())),
    ],
    "bg": [
        *(("писмо", {0}), ("писмото", {0}), ("ПОМОЩТА", {0}), ("документ", {0}), ("докумети", {0})),
        *(
            ("дълг", {1}),
            ("дълга", {1}),
            ("дълговете", {1}),
            ("работата", {1}),
            ("езика", {1}),
            ("парите", {1}),
            ("велосипед", set()),
        ),
    ],
    "tr": [
        *(("mektubum", {0}), ("MEKTUPLARIM", {0}), ("cocuk", {0}), ("çocuklar", {0}), ("yardim", {0}), ("mektpu", {0})),
        *(("borç", {1}), ("borcum", {1}), ("kitabı", {1}), ("IS", {1}), ("İŞ", {1}), ("bisiklet", set())),
    ],
    "uk": [
        *(
            ("лист", {0}),
            ("листів", {0}),
            ("допомогою", {0}),
            ("допомозі", {0}),
            ("документ", {0}),
            ("докуменити", {0}),
        ),
        *(("борг", {1}), ("боргів", {1}), ("робота", {1}), ("робіт", {1}), ("бібліотека", {1}), ("велосипед", set())),
    ],
    "ar": [
        *(("مساعدة", {0}), ("مُسَاعَدَة", {0}), ("رسائل", {0}), ("رسايل", {0}), ("إستمارة", {0}), ("استماره", {0})),
        *(
            ("ديون", {1}),
            ("ديـــون", {1}),
            ("مدرستي", {1}),
            ("المدرسة", {1}),
            ("الايجار", {1}),
            ("المكتبه", {1}),
            ("دراجة", set()),
        ),
    ],
}


@pytest.mark.parametrize("code", PAGES)
def test_words_find_the_pages_that_hold_them_in_whatever_form(world, code):
    show_in(world, code)
    both = [title for title, _summary in PAGES[code]]
    for number, (title, summary) in enumerate(PAGES[code]):
        add_in(world, code, f"blad{number}", title, summary)
    found = {query: set(titles(asked(world, query, code))) for query, _numbers in FINDS[code]}
    assert found == {query: {both[number] for number in numbers} for query, numbers in FINDS[code]}


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("nl", "werk", "werf"),
        ("bg", "работа", "раб"),
        ("pl", "praca", "prasa"),
        ("uk", "лист", "ліс"),
        ("tr", "iş", "isim"),
    ],
)
def test_other_words_share_no_stem(code, one, other):
    assert not stems(one, code) & stems(other, code)
