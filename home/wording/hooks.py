"""The difficult words in the menu of the admin."""

from wagtail.snippets.models import register_snippet

from home.wording.viewsets import ExplainedWordViewSet

register_snippet(ExplainedWordViewSet)
