"""The form in which a library writes its own words for a mail."""

from typing import Any

from django import forms

from home.mail.models import MailText
from home.tenant.languages.known import get as get_language


class MailTextForm(forms.ModelForm):
    """Subject and text; the row's library, mail and language are set beforehand, and its own check reads them."""

    class Meta:
        model = MailText
        fields = ["subject", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 14})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language(self.instance.language)
        for field in self.fields.values():
            field.widget.attrs |= {"lang": language.tag, "dir": language.direction}
