"""Chainable reads of key people."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest


class KeyPersonQuerySet(QuerySet):
    """Key people, whose rows hold personal data until they are anonymised."""

    def known(self) -> "KeyPersonQuerySet":
        """Those who still have a name."""
        return self.filter(anonymised_on=None)

    def in_touch(self) -> "KeyPersonQuerySet":
        """Those we work with now."""
        return self.known().filter(ended_on=None)

    def with_consent(self, consents: QuerySet[Any]) -> "KeyPersonQuerySet":
        """Add ``is_public``: whether a consent stands that was not withdrawn."""
        standing = consents.filter(key_person=OuterRef("pk"), withdrawn_on=None)
        return self.annotate(is_public=Exists(standing))

    def with_last_contact(self) -> "KeyPersonQuerySet":
        """Add ``last_contact_on``: the last contact on record, else the day the row was made."""
        made = F("created_at__date")
        return self.annotate(last_contact_on=Greatest(Coalesce(Max("contacts__date"), made), made))

    def over(self, *, before: date) -> "KeyPersonQuerySet":
        """Those whose data is no longer needed: ended, or silent, since before a day."""
        return self.known().with_last_contact().filter(Q(ended_on__lt=before) | Q(last_contact_on__lt=before))
