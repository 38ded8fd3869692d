"""Key people in the admin: for community librarians, of their own library."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet

from home.tenant.gate.admin.viewsets import LibrarySnippetViewSet
from home.tenant.libraries.choices import OUTREACH_ROLES
from netwerk.door.intranet.admin import OUTREACH_MENU
from netwerk.people.key_people.forms import KeyPersonForm
from netwerk.people.key_people.models import KeyPerson
from netwerk.people.key_people.services import delete_key_person, save_key_person


class KeyPersonViewSet(LibrarySnippetViewSet):
    """List and form. No search by name: what is typed there ends up in the log of the server."""

    model = KeyPerson
    save = save_key_person
    delete = delete_key_person
    roles = OUTREACH_ROLES
    icon = "group"
    menu_label = _("Key people")
    menu_hook = OUTREACH_MENU
    menu_order = 100
    list_display = [
        "name",
        Column("community", label=_("Community")),
        Column("language_names", label=_("Languages")),
        Column("public_label", label=_("Public")),
        Column("__str__", label=_("Code")),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("library"),
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("community"),
                    FieldPanel("languages"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                    FieldPanel("likes_to_do"),
                    FieldPanel("availability"),
                ],
                _("Who this is"),
            ),
            MultiFieldPanel(
                [
                    HelpPanel(
                        _(
                            "Visitors see nothing of this person unless you note here that she agreed. "
                            "Everything else on this page stays with colleagues who work with communities."
                        )
                    ),
                    FieldPanel("consent_to"),
                    FieldPanel("public_name"),
                    FieldRowPanel([FieldPanel("consent_language"), FieldPanel("consent_route")]),
                    FieldPanel("consent_until"),
                    FieldPanel("withdraw"),
                    FieldPanel("events"),
                ],
                _("What is public"),
            ),
            MultiFieldPanel([FieldPanel("agreed"), FieldPanel("ended_on")], _("Agreements with this person")),
            InlinePanel(
                "contacts",
                [FieldPanel("date"), FieldPanel("what")],
                heading=_("Every contact"),
                label=_("Contact"),
            ),
            InlinePanel(
                "thanks",
                [FieldRowPanel([FieldPanel("date"), FieldPanel("kind"), FieldPanel("text")])],
                heading=_("Thanks given"),
                label=_("Thank-you"),
            ),
        ],
        base_form_class=KeyPersonForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Who was made anonymous has nothing left to show."""
        return KeyPerson.objects.known().prefetch_related("consents")


register_snippet(KeyPersonViewSet)
