"""The form of a change to one session."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from home.tenant.gate.forms import LibraryModelForm
from plein.programme.timetable.choices import ChangeKind
from plein.programme.timetable.models import Series
from plein.programme.timetable.services import NEW

# What a change of each kind may say; anything else that was filled in does not count.
NEW_FIELDS = {
    ChangeKind.MOVED: ("new_date", "new_start", "new_end", "new_room"),
    ChangeKind.REPLACED: ("new_partner",),
    ChangeKind.EXTRA: ("new_end", "new_room"),
}


class ChangeForm(LibraryModelForm):
    """What happens to one session. Which session it is stays fixed: another one is another change."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was_extra = self.instance.kind == ChangeKind.EXTRA
        if self.instance.pk:
            self.fields["series"].disabled = True
            self.fields["original_date"].disabled = True
            self.fields["original_time"].disabled = True

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        series, day = self.cleaned_data.get("series"), self.cleaned_data.get("original_date")
        kind = self.cleaned_data.get("kind")
        if self.was_extra and kind not in {ChangeKind.EXTRA, ChangeKind.CANCELLED}:
            self.add_error("kind", _("An extra session can be cancelled, or thrown away and added at another time."))
        if series and day and not self.instance.pk:
            self._check_session(series, day, is_extra=kind == ChangeKind.EXTRA)
        return cleaned

    def _check_session(self, series: Series, day: date, *, is_extra: bool) -> None:
        """There has to be a session on that day and at that time, or none when it is to be extra."""
        extra = series.changes.filter(original_date=day, kind=ChangeKind.EXTRA).values_list("original_time", flat=True)
        starts = {start for start, _end in series.times} if list(series.rule.days(day, day)) else set()
        starts |= set(extra)
        asked = self.cleaned_data.get("original_time") or series.start_time
        if is_extra:
            if asked in starts:
                self.add_error("original_time", _("There is a session at that time already. Choose another time."))
        elif not starts:
            self.add_error("original_date", _("There is no session of this series on that day."))
        elif asked not in starts:
            clocks = ", ".join(f"{start:%H.%M}" for start in sorted(starts))
            message = _("There is no session of this series at that time. On that day it begins at %(times)s.")
            self.add_error("original_time", message % {"times": clocks})

    def values(self) -> dict[str, Any]:
        given = super().values()
        kept = NEW_FIELDS.get(given["kind"], ())
        return {name: value for name, value in given.items() if name not in NEW or name in kept}
