"""Every address of the installation, with what its parts name. A part that nobody has explained is an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
SNIPPET = re.compile(r"^wagtailsnippet(?:s|choosers)_(home|plein|netwerk_[a-z]+)_(\w+):")

# What a part names, wherever it stands.
KINDS = {
    "page_id": "page",
    "parent_page_id": "page",
    "page_to_move_id": "page",
    "destination_id": "page",
    "page_pk": "page",
    "object_id": "page",
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "uploaded_file_id": "upload",
    "collection_id": "collection",
    "restriction_id": "collection",
    "task_id": "task",
    "task_state_id": "task state",
    "workflow_state_id": "workflow state",
    "workflow_pk": "workflow",
    "revision_id": "revision",
    "revision_id_a": "revision",
    "revision_id_b": "revision",
    "translation_id": "translation",
    "translation_source_id": "translation source",
    "string_segment_id": "string segment",
    "overridable_segment_id": "overridable segment",
    "session_id": "session",
    "redirect_id": "redirect",
    "user_id": "user",
    "moment": "session key",
    "uid": "series uuid",
    "worker": "worker uuid",
    "absence": "absence uuid",
    "gap": "gap uuid",
    "question": "question uuid",
    "swap": "swap uuid",
    "source_id": "plein.calendarsource",
    "job": "job uuid",
    "message": "mail",
    "sentence": "job sentence",
}
# What ``pk`` names, by the beginning of the view's name.
PK_KINDS = {
    "wagtailadmin_api:pages": "page",
    "wagtailadmin_api:documents": "document",
    "wagtailadmin_api:images": "image",
    "wagtailadmin_pages": "page",
    "wagtailadmin_collections": "collection",
    "wagtailadmin_workflows:edit_task": "task",
    "wagtailadmin_workflows:disable_task": "task",
    "wagtailadmin_workflows:enable_task": "task",
    "wagtailadmin_workflows": "workflow",
    "wagtail_localize": "page",
    "wagtailsettings": "site",
    "wagtaildocs_chooser": "document",
    "wagtailimages_chooser": "image",
    "wagtaillocales": "site",
    "wagtailsites": "site",
    "wagtailusers_users": "user",
    "wagtailusers_groups": "group",
}
# What ``uuid`` names, by the view's name.
UUID_KINDS = {
    "agreements:agreement_file": "agreement uuid",
    "trajectories:trajectory": "trajectory uuid",
}
# Parts that are words, not ids.
WORDS = {
    "content_type_app_name": ["home"],
    "content_type_model_name": ["contentpage"],
    "app_name": ["taggit"],
    "model_name": ["tag"],
    "app_label": ["home"],
    "action_name": ["approve"],
    "action": ["delete"],
    "filter_spec": ["max-165x165"],
    "mode": [""],
    "day": ["2026-11-24"],
    "key": ["abc"],
    "uidb36": ["1"],
    "uidb64": ["MQ"],
    "token": ["set-password"],
    "slug": ["nieuws"],
    "number": ["1"],
    "code": ["pl"],
    "mail": ["translators-invitation"],
}
BULK = [("wagtailcore", "page", action, "page") for action in ("delete", "publish", "unpublish", "move")] + [
    ("home", "portalimage", "delete", "image"),
    ("home", "portalimage", "add_to_collection", "image"),
    ("home", "portalimage", "add_tags", "image"),
    ("home", "portaldocument", "delete", "document"),
    ("home", "user", "delete", "user"),
    ("home", "user", "set_active_state", "user"),
    ("home", "glossaryterm", "delete", "home.glossaryterm"),
    ("home", "machinesettings", "delete", "home.machinesettings"),
    ("plein", "room", "delete", "plein.room"),
    ("netwerk_people", "keyperson", "delete", "netwerk_people.keyperson"),
    ("netwerk_people", "worker", "delete", "netwerk_people.worker"),
    ("netwerk_floor", "turn", "delete", "netwerk_floor.turn"),
]


@dataclass(frozen=True)
class Address:
    """One address: the view's name, the route, and the kinds of things that its parts name."""

    name: str
    route: str
    kinds: dict[str, str]

    def fill(self, ids: dict[str, list[Any]], rest: dict[str, list[Any]] | None = None, *, number: int = 0) -> str:
        """The path with ids in it, the one of this number of each kind. With ``rest``, all but the first come from there."""
        values = {}
        for part, kind in self.kinds.items():
            known = (rest if rest and values else ids)[kind]
            values[part] = known[min(number, len(known) - 1)]
        return self.path(values)

    def path(self, values: dict[str, Any]) -> str:
        """The path with these values in it."""

        def value(match: re.Match[str]) -> str:
            part = match[1] or match[2]
            return str(values[part] if part in values else WORDS[part][0])

        path = PART.sub(value, self.route).replace("\\.", ".").replace("^", "").replace("$", "")
        return "/" + path.replace(".*", "nergens")


def kind_of(name: str, part: str) -> str:
    """What this part of this address names; a ``KeyError`` asks you to explain a new part in the tables above."""
    if part == "uuid":
        return UUID_KINDS[name]
    if part == "pk":
        found = SNIPPET.match(name)
        if found:
            return f"{found[1]}.{found[2]}"
        return next(kind for beginning, kind in PK_KINDS.items() if name.startswith(beginning))
    return KINDS[part]


def walk(resolver: URLResolver, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Name and route of each pattern."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield space + (entry.name or ""), route
        else:
            yield from walk(entry, route, space + (f"{entry.namespace}:" if entry.namespace else ""))


def all_addresses() -> list[Address]:
    """Every address, public, intranet, admin and sign-in alike."""
    addresses = []
    for name, route in walk(get_resolver()):
        # The routes that take any path at all are asked for by path, in tests of their own.
        if "(\\d+)" in route or "((?:" in route or route.startswith("^media"):
            continue
        parts = [match[1] or match[2] for match in PART.finditer(route)]
        localize_pk = "pk" in parts and not name
        kinds = {
            part: "page" if part == "pk" and localize_pk else kind_of(name, part) for part in parts if part not in WORDS
        }
        addresses.append(Address(name, route, kinds))
    return addresses
