"""The texts of mails on the board of translations."""

from django.urls import reverse
from django.utils.translation import gettext as _

from home.mail import kinds
from home.mail.choices import EDITORS
from home.mail.kinds import Mail
from home.mail.selectors import has_standard, languages_of, own_texts
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import has_role
from home.tenant.users.models import User
from home.words.board.word_lists import EditableList, ListEntry


def mail_lists(library: Library, codes: list[str], user: User) -> list[EditableList]:
    """For each mail in which of the languages that it goes out in there is a text. One query."""
    own = own_texts(library).keys()
    may_edit = has_role(user, library, *EDITORS)
    return [
        EditableList(
            kind=_("Mail texts"),
            title=str(mail.label),
            entries={
                code: _entry(library, mail, code, is_own=(mail.key, code) in own, may_edit=may_edit)
                for code in languages_of(mail, codes)
            },
        )
        for mail in kinds.all_mails()
    ]


def _entry(library: Library, mail: Mail, code: str, *, is_own: bool, may_edit: bool) -> ListEntry:
    text = _("own text") if is_own else _("standard text") if has_standard(mail, code) else _("no text")
    url = f"{reverse('mail_texts:edit', args=[mail.key, code])}?library={library.pk}" if may_edit else ""
    return ListEntry(is_there=is_own or has_standard(mail, code), text=text, url=url)
