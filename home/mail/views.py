"""The screens on which a library reads and changes what its mails say, and sees what becomes of them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language as get_language_code
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from home.mail import kinds
from home.mail.choices import EDITORS, POSTMASTERS
from home.mail.forms import MailTextForm
from home.mail.kinds import Mail, Readers
from home.mail.models import MailText, OutboxMessage
from home.mail.presenters import mail_cards, state_cards
from home.mail.selectors import (
    Wording,
    common_values,
    counts_by_state,
    delayed_mails,
    has_standard,
    languages_of,
    own_text,
    own_texts,
    sample,
    stopped_by_library,
    stopped_mails,
    wording,
)
from home.mail.services import restore_standard, save_text, send_test_mail, try_again
from home.tenant.gate.permissions import for_roles, own_library
from home.tenant.languages.known import get as get_language
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import language_codes

for_editors = for_roles(*EDITORS)
for_postmasters = for_roles(*POSTMASTERS)
MOST_SHOWN = 100


def _address(name: str, library: Library, *args: str) -> str:
    return f"{reverse(f'mail_texts:{name}', args=args)}?library={library.pk}"


def _asked(request: HttpRequest, mail: str, code: str) -> tuple[Library, Mail]:
    """The library and the mail of the address; 404 for a mail that is not sent, or not in this language."""
    library = own_library(request)
    try:
        found = kinds.get(mail)
    except KeyError as error:
        raise Http404 from error
    if code not in languages_of(found, language_codes(library)):
        raise Http404
    return library, found


def _frame(library: Library, title: Any) -> dict[str, Any]:
    return {"library": library, "page_title": title, "page_subtitle": library.name, "header_icon": "mail"}


@for_editors
def texts(request: HttpRequest) -> HttpResponse:
    """Every mail by language: with the standard text, with one's own, or with none yet."""
    library = own_library(request)
    own = own_texts(library)
    codes = language_codes(library)
    rows = []
    # First those that go to residents, which are there to be translated.
    for mail in sorted(kinds.all_mails(), key=lambda mail: list(Readers).index(mail.readers)):
        cells = [
            {
                "language": get_language(code).dutch_name,
                "is_own": (mail.key, code) in own,
                "has_standard": has_standard(mail, code),
                "url": _address("edit", library, mail.key, code) if code in languages_of(mail, codes) else "",
            }
            for code in codes
        ]
        rows.append((mail, cells))
    context = _frame(library, _("Mail texts")) | {
        "libraries": request.own_libraries,
        "languages": [get_language(code).dutch_name for code in codes],
        "main_language": get_language(library.main_language).dutch_name,
        "rows": rows,
    }
    return render(request, "home/mail/texts.html", context)


@for_editors
def edit(request: HttpRequest, mail: str, code: str) -> HttpResponse:
    """Change the words of a mail in one language; look at them with sample values, or mail them to oneself."""
    library, found = _asked(request, mail, code)
    own = own_text(library, found, code)
    now = wording(library, found, code)
    row = own or MailText(library=library, key=found.key, language=code)
    form = MailTextForm(request.POST or None, instance=row, initial={"subject": now.subject, "text": now.text})
    shown: Wording | None = now
    if request.method == "POST":
        shown = None
        if form.is_valid():
            shown = Wording(form.instance.subject, form.instance.text, code, is_own=True)
            if done := _act(request, library, found, shown):
                return done
    context = _frame(library, found.label) | {
        "page_subtitle": get_language(code).dutch_name,
        "mail": found,
        "form": form,
        "placeholders": _placeholders(library, found),
        "is_own": own is not None,
        "has_standard": has_standard(found, code),
        "language": get_language(code),
        "main_language": get_language(library.main_language).dutch_name,
        "others": [
            (get_language(one), _address("edit", library, found.key, one), one == code)
            for one in languages_of(found, language_codes(library))
        ],
        "preview": sample(library, found, shown) if shown else None,
        "preview_language": get_language(shown.language) if shown else None,
        "is_typed": request.method == "POST",
        "action_url": _address("edit", library, found.key, code),
        "standard_url": _address("standard", library, found.key, code),
        "list_url": _address("list", library),
        "address": request.user.email,
    }
    return render(request, "home/mail/edit.html", context)


def _act(request: HttpRequest, library: Library, mail: Mail, words: Wording) -> HttpResponse | None:
    """Do what the pressed button says; nothing is answered when the screen should be shown again."""
    action = request.POST.get("action")
    if action == "test":
        if send_test_mail(library=library, recipient=request.user.email, mail=mail, words=words):
            said = _("A test mail goes to %(address)s, with sample values. Your text is not saved yet.")
            messages.success(request, said % {"address": request.user.email})
        else:
            messages.error(request, _("The mail server did not take the test mail. Your text is not saved yet."))
    elif action == "save":
        kept = save_text(library=library, mail=mail, language=words.language, subject=words.subject, text=words.text)
        if kept:
            messages.success(request, _("Your text is saved. The next mail goes out with it."))
        else:
            messages.info(request, _("This is the text that goes out anyway, so nothing of your own was kept."))
        return redirect(_address("edit", library, mail.key, words.language))
    return None


def _placeholders(library: Library, mail: Mail) -> list[dict[str, Any]]:
    """What can be filled in, with what it is and how it will look."""
    common = common_values(library)
    return [
        {
            "code": f"{{{one.name}}}",
            "label": one.label,
            "sample": common.get(one.name) or one.sample_in(get_language_code() or library.main_language),
            "is_required": one.is_required,
        }
        for one in (*mail.placeholders, *kinds.COMMON)
    ]


@for_editors
def standard(request: HttpRequest, mail: str, code: str) -> HttpResponse:
    """Ask whether the own words may go, with both texts in sight; then throw them away."""
    library, found = _asked(request, mail, code)
    back = _address("edit", library, found.key, code)
    own = own_text(library, found, code)
    if own is None:
        return redirect(back)
    if request.method == "POST":
        restore_standard(library=library, mail=found, language=code)
        messages.success(request, _("Your own text is gone. The standard text goes out again."))
        return redirect(back)
    without = wording(library, found, code, is_own_left_out=True)
    context = _frame(library, _("Back to the standard text")) | {
        "page_subtitle": f"{found.label}: {get_language(code).dutch_name}",
        "own": own,
        "language": get_language(code),
        "without": without,
        "without_language": get_language(without.language),
        "action_url": _address("standard", library, found.key, code),
        "back_url": back,
    }
    return render(request, "home/mail/standard.html", context)


@for_postmasters
def outbox(request: HttpRequest) -> HttpResponse:
    """What becomes of a library's mails: counts, and those that did not go; nothing of what stands in them."""
    library = own_library(request)
    stopped = stopped_by_library(request.own_libraries)
    delayed, halted = (list(rows[:MOST_SHOWN]) for rows in (delayed_mails(library), stopped_mails(library)))
    context = _frame(library, _("Outgoing mail")) | {
        "libraries": [(one, stopped.get(one.pk, 0)) for one in request.own_libraries],
        "states": state_cards(counts_by_state(library)),
        "stopped": mail_cards(halted),
        "delayed": mail_cards(delayed),
        "stopped_number": stopped.get(library.pk, 0),
        "most_shown": MOST_SHOWN,
        "days": OutboxMessage.personal_data.retention.days,
    }
    return render(request, "home/mail/outbox.html", context)


@require_POST
@for_postmasters
def again(request: HttpRequest, message: int) -> HttpResponse:
    """Let a mail of the library go once more."""
    library = own_library(request)
    found = OutboxMessage.objects.filter(library=library, pk=message).first()
    if found is None:
        raise Http404
    try:
        try_again(message=found)
    except ValidationError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The mail is tried again now. Look here in a minute whether it went."))
    return redirect(f"{reverse('outbox:list')}?library={library.pk}")
