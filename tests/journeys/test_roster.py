"""A partner is ill and says so on the phone; visitors read it at once, in their own language."""

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Meet
from tests.journeys.reader import PHONE, Reader


def session_of(resident: Reader, code: str, duty: str) -> Locator:
    """The partner's session on the week page of a language, found by its public id and day."""
    series, _colon, day = duty.partition(":")
    resident.go(f"/{code}/week/?van={day}")
    return resident.page.locator(f"#dag-{day} article:has(a[href*='{series}'])")


def test_a_partner_reports_ill_from_a_phone_and_visitors_read_it_at_once(meet: Meet) -> None:
    partner, resident = meet("oeverstad", PHONE), meet("oeverstad", PHONE, locale="pl-PL")
    partner.log_in(partner.portal.account("partner", "oeverstad"), "/intranet/")
    main = partner.page.get_by_role("main")
    partner.press(main.get_by_role("link", name="Al mijn diensten"))
    partner.press(main.get_by_role("link", name="Ik kan niet", exact=True).first)

    # The last of the coming weeks: other journeys look at the first ones.
    box = partner.page.locator("input[name=duties]").last
    duty = box.get_attribute("value") or ""
    expect(session_of(resident, "pl", duty)).to_contain_text("Tjerk")

    partner.press(box)
    partner.press(main.get_by_role("radio", name="ziek"))
    partner.press(main.get_by_role("radio", name="Laat het niet doorgaan"))
    partner.press(main.get_by_role("button", name="Meld het nu"))
    expect(main).to_contain_text("Bezoekers zien nu: Gaat niet door: vanwege ziekte")
    assert partner.page.evaluate("document.documentElement.scrollWidth") <= PHONE.width

    for code, words in (("pl", "Odwołane: z powodu choroby"), ("ar", "ملغى: بسبب المرض")):
        expect(session_of(resident, code, duty).locator(".status")).to_have_text(words)

    partner.press(main.get_by_role("button", name="Ik kan toch"))
    expect(main.get_by_role("heading", level=1)).to_have_text("Mijn diensten")
    session = session_of(resident, "pl", duty)
    expect(session).not_to_contain_text("Odwołane")
    expect(session).to_contain_text("Tjerk")
