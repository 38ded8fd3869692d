"""Screens of the library administrator: colleagues, languages and data of her own library."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton

from home.staff import services
from home.staff.forms import ColleagueForm, LanguagesForm, LibraryForm, NewColleagueForm
from home.staff.selectors import Colleague, colleagues
from home.tenant.gate.permissions import for_roles, own_library
from home.tenant.libraries.choices import Role
from home.tenant.libraries.models import Library
from home.tenant.libraries.selectors import is_network_administrator, language_codes

administrators_only = for_roles(Role.LIBRARY_ADMINISTRATOR)


def _address(name: str, library: Library, *args: Any) -> str:
    return f"{reverse(f'staff:{name}', args=args)}?library={library.pk}"


def _show(request: HttpRequest, library: Library, form: forms.BaseForm, title: str, **context: Any) -> HttpResponse:
    context |= {
        "form": form,
        "header_title": title,
        "page_title": title,
        "page_subtitle": library.name,
        "header_icon": context.get("header_icon", "cog"),
        "action_url": request.get_full_path(),
        "submit_button_label": _("Save"),
        "submit_button_active_label": _("Saving…"),
    }
    return render(request, "wagtailadmin/generic/form.html", context)


@administrators_only
def staff(request: HttpRequest) -> HttpResponse:
    """Who works at the library, with their roles there."""
    library = own_library(request)
    context = {
        "library": library,
        "libraries": request.own_libraries,
        "rows": [
            (row, "" if row.is_of_network else _address("edit", library, row.user.pk)) for row in colleagues(library)
        ],
        "page_title": _("Staff"),
        "page_subtitle": library.name,
        "header_icon": "group",
        "add_button": HeaderButton(_("Add a colleague"), url=_address("add", library), icon_name="plus"),
    }
    return render(request, "home/staff/staff.html", context)


@administrators_only
def add(request: HttpRequest) -> HttpResponse:
    """Make an account with roles at the library."""
    library = own_library(request)
    form = NewColleagueForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = services.add_colleague(library=library, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("%(name)s has an account and gets a mail.") % {"name": user})
            return redirect(_address("list", library))
    return _show(request, library, form, _("Add a colleague"), header_icon="user")


def _find(library: Library, user_id: int) -> Colleague:
    """A colleague whom the administrator may change; 404 for others and for who runs the network."""
    found = colleagues(library, user_id)
    if not found or found[0].is_of_network:
        raise Http404
    return found[0]


@administrators_only
def edit(request: HttpRequest, user_id: int) -> HttpResponse:
    """Change the roles of a colleague; without a role she no longer works here."""
    library = own_library(request)
    colleague = _find(library, user_id)
    facts = {name: getattr(colleague.user, name) for name in ("email", "first_name", "last_name", "job_title")}
    form = ColleagueForm(request.POST or None, initial=facts | {"roles": colleague.roles})
    fixed = ["email", *(["first_name", "last_name", "job_title"] if colleague.is_elsewhere else [])]
    for name in fixed:
        form.fields[name].disabled = True
    if request.method == "POST" and form.is_valid():
        is_self = colleague.user.pk == request.user.pk
        if is_self and Role.LIBRARY_ADMINISTRATOR not in form.cleaned_data["roles"]:
            form.add_error("roles", _("You cannot take this role from yourself; ask another administrator."))
        else:
            facts = {name: form.cleaned_data[name] for name in ("first_name", "last_name", "job_title")}
            services.change_colleague(library=library, colleague=colleague, roles=form.cleaned_data["roles"], **facts)
            messages.success(request, _("The roles of %(name)s are saved.") % {"name": colleague.user})
            return redirect(_address("list", library))
    return _show(request, library, form, str(colleague.user), header_icon="user")


@administrators_only
def languages(request: HttpRequest) -> HttpResponse:
    """Which languages the library shows."""
    library = own_library(request)
    shown = [code for code in language_codes(library) if code != library.main_language]
    form = LanguagesForm(request.POST or None, initial={"codes": shown}, main_language=library.main_language)
    if request.method == "POST" and form.is_valid():
        services.set_languages(library=library, codes=form.cleaned_data["codes"])
        messages.success(request, _("The languages are saved. Visitors see them at once."))
        return redirect(_address("languages", library))
    return _show(request, library, form, _("Languages"), header_icon="globe")


@administrators_only
def settings(request: HttpRequest) -> HttpResponse:
    """Name, address and house style."""
    library = own_library(request)
    form = LibraryForm(request.POST or None, instance=library, is_network=is_network_administrator(request.user))
    if request.method == "POST" and form.is_valid():
        services.update_library(library=library, **form.cleaned_data)
        messages.success(request, _("The data of the library are saved. Visitors see them at once."))
        return redirect(_address("settings", library))
    return _show(request, library, form, _("Library"), header_icon="cog")
