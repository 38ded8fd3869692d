"""The choices of the talking picture in the menu of the admin."""

from wagtail.snippets.models import register_snippet

from plein.picture.viewsets import GoalViewSet

register_snippet(GoalViewSet)
