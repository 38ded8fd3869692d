"""Forms of the admin that offer, and take, only what belongs to the user's own libraries."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from home.tenant.gate.permissions import owner_of, scoped
from home.tenant.gate.selectors import territory_of


def _raw_references(form: forms.ModelForm) -> Iterator[tuple[type[Model], Any]]:
    """Every (model, id) that the posted data points to, in valid and in invalid fields alike.

    A form that is shown again with errors shows the title of what was chosen, so waiting for cleaned data
    would be too late.
    """
    for name, field in form.fields.items():
        value = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        if isinstance(field, forms.ModelChoiceField):
            values = value if isinstance(value, list | tuple) else [value]
            yield from ((field.queryset.model, one) for one in values if one not in (None, ""))
            continue
        try:
            model_field = form._meta.model._meta.get_field(name)  # noqa: SLF001
        except FieldDoesNotExist:
            continue
        if value and hasattr(model_field, "extract_references"):
            yield from ((row[0], row[1]) for row in model_field.extract_references(value))


def refuse_foreign(form: forms.ModelForm, user: Any) -> None:
    """Answer 404 when the posted data points to something of another library: it was never offered here."""
    wanted: dict[type[Model], set[str]] = {}
    children = [child for formset in getattr(form, "formsets", {}).values() for child in formset.forms]
    for part in (form, *children):
        for model, pk in _raw_references(part):
            wanted.setdefault(model, set()).add(str(pk))
    for model, pks in wanted.items():
        rows = model._default_manager.filter(pk__in=pks)  # noqa: SLF001
        try:
            is_foreign = scoped(user, rows).count() < rows.count()
        except (ValueError, ValidationError) as error:
            raise Http404 from error
        if is_foreign:
            raise Http404


class LibraryFormMixin:
    """Scopes every choice of a model form to ``for_user`` and refuses what she was not offered."""

    for_user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is None:
            return
        self._scope(self)
        for formset in getattr(self, "formsets", {}).values():
            self._scope_formset(formset)

    def _scope_formset(self, formset: forms.BaseFormSet) -> None:
        """Scope the rows of an inline panel, those that are added in the browser (the empty form) included."""
        add_fields = formset.add_fields

        def add_scoped_fields(form: forms.BaseForm, index: int | None) -> None:
            add_fields(form, index)
            self._scope(form)

        formset.add_fields = add_scoped_fields
        for child in formset.forms:
            self._scope(child)

    def _scope(self, form: forms.BaseForm) -> None:
        for field in form.fields.values():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                field.queryset = scoped(self.for_user, field.queryset, only_sources=True)

    def full_clean(self) -> None:
        if self.is_bound and self.for_user is not None and not territory_of(self.for_user).is_everything:
            refuse_foreign(self, self.for_user)
        super().full_clean()


class LibraryPageForm(LibraryFormMixin, WagtailAdminPageForm):
    """The form of every page type. Of a page with translations it asks what a change means for them."""

    is_small_change = forms.BooleanField(
        label=_lazy("Small change: the translations stay right"),
        required=False,
        help_text=_lazy(
            "Tick this when you mend a typing error, before you publish. Translations then do not become outdated. "
            "Your name and the date are kept with them."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk or not self.instance.get_translations().filter(live=True, alias_of=None).exists():
            self.fields.pop("is_small_change", None)


class LibraryModelForm(LibraryFormMixin, WagtailAdminModelForm):
    """The form of a row of a library. Who works for one library is not asked which."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "library" not in self.fields:
            return
        libraries = list(self.fields["library"].queryset)
        if self.instance.library_id:
            # A row does not move to another library: what hangs on it would stay behind.
            del self.fields["library"]
        elif len(libraries) == 1:
            self.instance.library = libraries[0]
            del self.fields["library"]

    def values(self) -> dict[str, Any]:
        """What the service that writes the row takes: what was filled in, by field, and the library that is known."""
        fields = self.instance._meta.get_fields()  # noqa: SLF001 - Django documents it
        given = {field.name: self.cleaned_data[field.name] for field in fields if field.name in self.cleaned_data}
        if any(field.name == "library" for field in fields):
            given.setdefault("library", self.instance.library)
        return given

    def clean(self) -> dict[str, Any] | None:
        """Refuse a row whose parts lie in different libraries, which who works for two could pick."""
        cleaned = super().clean()
        chosen = [value for value in self.cleaned_data.values() if isinstance(value, Model)]
        if getattr(self.instance, "library_id", None):
            chosen.append(self.instance.library)
        if len({owner.pk for value in chosen if (owner := owner_of(value))}) > 1:
            raise ValidationError(_("What you chose belongs to different libraries. Choose from one library."))
        return cleaned


class SharedModelForm(LibraryModelForm):
    """The form of a row that the network may have for all: without a library, made by who runs the network only.

    What the network has already is made once more for a library knowingly: then ``is_override`` is asked for. A
    subclass has that box, says at which field a sentence about it stands (``asked_at``), and answers ``network_has``.
    """

    asked_at = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.initial.get("is_override") and self.add_prefix("is_override") not in self.data:
            self.fields.pop("is_override", None)
        if self.for_user is None or "library" not in self.base_fields:
            return
        if territory_of(self.for_user).is_everything:
            # With one library the form would take it for granted: here no library is a choice too, and a row that
            # counts for all does not become one library's.
            is_new = self.instance.pk is None
            self.instance.library_id = None if is_new else self.initial["library"]
            self.fields.pop("library", None)
            if is_new:
                self.fields["library"] = deepcopy(self.base_fields["library"])
        elif "library" in self.fields:
            self.fields["library"].required = True
            self.fields["library"].error_messages["required"] = _("Choose the library that this is for.")

    def network_has(self) -> str:
        """A sentence about what the network has already of what was typed; empty when nothing. One query."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        library = self.cleaned_data.get("library") or self.instance.library
        if library and not self.cleaned_data.get("is_override") and (sentence := self.network_has()):
            self.fields["is_override"] = deepcopy(self.base_fields["is_override"])
            self.add_error(self.asked_at, ValidationError(sentence))
        return cleaned


class ScopedFilters:
    """Offers, in the filters of a list, only what belongs to the user's libraries."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in self.filters.values():
            given = getattr(row, "queryset", None)
            if given is not None:
                rows = given(self.request) if callable(given) else given.all()
                row.queryset = scoped(self.request.user, rows, only_sources=True)


class LibraryFilterSet(ScopedFilters, WagtailFilterSet):
    """The filters of a list of rows of a library."""
