"""Writes on pages: make one or bring it up to date, and publish it."""

from typing import Any, TypeVar

from django.db import transaction
from wagtail.models import Page

from home.tenant.users.models import User

P = TypeVar("P", bound=Page)


@transaction.atomic
def save_page(*, model: type[P], parent: Page, slug: str, user: User | None = None, **fields: Any) -> P:
    """Make the page with this slug under ``parent``, or give the existing one these fields; then publish it.

    It is in the language of its parent, unless ``locale`` says another. Many-to-many fields may be given as lists of
    pages. Saving the same fields twice makes no second page.
    """
    page = model.objects.child_of(parent).filter(slug=slug).first()
    locale = fields.pop("locale", None) or (parent.locale if parent.depth > 1 else None)
    plain = {key: value for key, value in fields.items() if not isinstance(value, list) or key not in _many(model)}
    if page is None:
        page = model(slug=slug, locale=locale, live=False, **plain)
        if page.locale_id is None:
            page.locale = page.get_default_locale()
        parent.add_child(instance=page)
    else:
        for key, value in plain.items():
            setattr(page, key, value)
    for key in _many(model) & fields.keys():
        getattr(page, key).set(fields[key])
    page.save_revision(user=user).publish(user=user)
    page.refresh_from_db()
    return page


def _many(model: type[Page]) -> set[str]:
    return {field.name for field in model._meta.many_to_many}  # noqa: SLF001 - Django's documented meta API
