"""The forms of a series and of a change to one session."""

from typing import Any

from django.utils.translation import gettext as _

from home.tenancy.forms import LibraryModelForm
from plein.programme.choices import ChangeKind
from plein.programme.models import Change, Series
from plein.programme.selectors import session_dates
from plein.programme.services import change_session


class SeriesForm(LibraryModelForm):
    """A series; a change counts up its revision, so that calendars that subscribed see something new."""

    def save(self, commit: bool = True) -> Series:  # noqa: FBT001, FBT002 - Django's signature
        if self.instance.pk and self.has_changed():
            self.instance.revision += 1
        return super().save(commit)


class ChangeForm(LibraryModelForm):
    """What happens to one session. Which session it is stays fixed: another one is another change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["series"].disabled = True
            self.fields["original_date"].disabled = True

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        series, day = self.cleaned_data.get("series"), self.cleaned_data.get("original_date")
        if series and day and not list(session_dates(series, day, day)):
            self.add_error("original_date", _("There is no session of this series on that day."))
        return cleaned

    def save(self, commit: bool = True) -> Change:  # noqa: FBT001, FBT002 - Django's signature
        row = self.instance
        names = ("new_date", "new_start", "new_end", "new_room") if row.kind == ChangeKind.MOVED else ()
        saved = change_session(
            series=row.series,
            original_date=row.original_date,
            kind=row.kind,
            reason=row.reason,
            **{name: getattr(row, name) for name in names},
        )
        row.pk = saved.pk
        row.refresh_from_db()
        return row
