"""The hash of a page's words no longer minds their order: what is stored is counted anew, so nothing becomes outdated."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import migrations


def digest(texts: Iterable[str]) -> str:
    """SHA-256 over sentences as they come."""
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode())
        found.update(b"\0")
    return found.hexdigest()


def forget_order(apps: Any, schema_editor: Any) -> None:
    """Replace each hash whose words are known; one whose words are not stays what it is: no longer the source's."""
    snapshot = apps.get_model("home", "WordsSnapshot")
    known = {digest(words): digest(sorted(words)) for words in snapshot.objects.values_list("segments", flat=True)}
    # Every kind of page, also of higher areas, as far as there are any: on a new database nothing is stored yet.
    kinds = [model for model in apps.get_models() if any(one.name == "words_hash" for one in model._meta.local_fields)]
    places = [(model, "words_hash") for model in kinds]
    judged = apps.get_model("home", "SmallChange")
    for model, name in [*places, (snapshot, "digest"), (judged, "made_from"), (judged, "valid_for")]:
        for pk, stored in list(model.objects.values_list("pk", name)):
            if known.get(stored, stored) != stored:
                model.objects.filter(pk=pk).update(**{name: known[stored]})


class Migration(migrations.Migration):
    dependencies = [("home", "0006_machine_draft")]

    operations = [migrations.RunPython(forget_order, migrations.RunPython.noop)]
