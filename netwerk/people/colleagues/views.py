"""Who is who, and one's own card, on the intranet."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from netwerk.door.intranet.visits import Visit, for_members
from netwerk.people.colleagues import selectors, services
from netwerk.people.colleagues.forms import CardForm


@require_GET
@for_members()
def who_is_who(visit: Visit) -> HttpResponse:
    """Everybody who works here, those who are in today first."""
    colleagues = selectors.colleagues_of(visit.library, today=timezone.localdate(), reader_id=visit.user.pk)
    context = {
        "staff": [person for person in colleagues if not person.partner],
        "partners": [person for person in colleagues if person.partner],
    }
    return visit.page("netwerk/people/colleagues/who_is_who.html", context)


@require_http_methods(["GET", "POST"])
@for_members()
def my_card(visit: Visit) -> HttpResponse:
    """What I tell colleagues about myself."""
    card = selectors.card_of(visit.user, visit.library)
    form = CardForm(visit.request.POST or None, instance=card)
    if visit.request.method == "POST" and form.is_valid():
        services.save_card(library=visit.library, user=visit.user, **form.cleaned_data)
        messages.success(visit.request, _("Your colleagues see it now."))
        return HttpResponseRedirect(reverse("colleagues:who_is_who"))
    return visit.page("netwerk/people/colleagues/my_card.html", {"form": form}, status=422 if form.errors else 200)
