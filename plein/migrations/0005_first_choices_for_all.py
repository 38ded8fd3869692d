"""The choices of the talking picture that a new library starts with, for the libraries that were there before it."""

import tomllib
from pathlib import Path

from django.db import migrations
from django.utils.text import slugify

CHOICES = Path(__file__).resolve().parent.parent / "out" / "picture" / "goals.toml"
# The word in an address for what stands in no list, and how long a word may be: as they were at this migration.
OTHER = "anders"
LONGEST_WORD = 60


def free_slug(label, domain, taken):
    """The part of the address that names a choice, and no other one of its domain."""
    wanted = slugify(label)[: LONGEST_WORD - 4] or domain
    names = (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def linked(model, library, slugs):
    """The live pages of a library in its main language, by the last part of their address."""
    root = library.site.root_page.path
    return model.objects.filter(live=True, path__startswith=root, slug__in=slugs).values_list("pk", flat=True)


def give_first_choices(apps, schema_editor):
    """Give them to every library that has none. It is done once: what an editor throws away later stays away."""
    Library = apps.get_model("home", "Library")
    Goal = apps.get_model("plein", "Goal")
    GoalWords = apps.get_model("plein", "GoalWords")
    pages = {"themes": apps.get_model("plein", "ThemePage"), "offers": apps.get_model("plein", "OfferPage")}
    domains = tomllib.loads(CHOICES.read_text(encoding="utf-8"))
    for library in Library.objects.select_related("site__root_page"):
        if Goal.objects.filter(library=library).exists():
            continue
        for domain, rows in domains.items():
            taken = {OTHER}
            for position, row in enumerate(rows):
                words = dict(row["words"])
                label = words.pop(library.main_language, words["nl"])
                slug = free_slug(label, domain, taken)
                taken.add(slug)
                goal = Goal.objects.create(
                    library=library,
                    domain=domain,
                    label=label,
                    slug=slug,
                    pictogram=row["pictogram"],
                    position=position,
                )
                GoalWords.objects.bulk_create(
                    [GoalWords(goal=goal, language=code, label=text) for code, text in words.items()]
                )
                for name, model in pages.items():
                    through = getattr(Goal, name).through
                    column = f"{model._meta.model_name}_id"
                    found = linked(model, library, row.get(name, []))
                    through.objects.bulk_create([through(goal_id=goal.pk, **{column: pk}) for pk in found])


class Migration(migrations.Migration):

    dependencies = [
        ('plein', '0004_machine_draft'),
    ]

    operations = [
        migrations.RunPython(give_first_choices, migrations.RunPython.noop),
    ]
