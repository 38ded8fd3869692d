"""Wagtail begins with a welcome page, a site, a workflow and two groups that know no library; the portal does not."""

from typing import Any

from django.db import migrations


def remove(apps: Any, schema_editor: Any) -> None:
    """Remove them, unless somebody has put them to use."""
    page = apps.get_model("wagtailcore", "Page")
    site = apps.get_model("wagtailcore", "Site")
    if page.objects.count() <= 2:
        site.objects.all().delete()
        page.objects.filter(depth=2).delete()
        page.objects.filter(depth=1).update(numchild=0)
    # The stock workflow asks the stock moderators, who are gone too; a library makes its own when it wants one.
    for name in ("WorkflowPage", "WorkflowTask", "Workflow", "GroupApprovalTask", "Task"):
        apps.get_model("wagtailcore", name).objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0001_initial"),
        ("wagtaildocs", "0001_initial"),
    ]

    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
