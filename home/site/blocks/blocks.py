"""Blocks of text: each with an icon, a description and a preview."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from home.site.blocks.captions import fault_in_captions
from home.tenant.languages.known import LANGUAGES, MAIN_LANGUAGE, Language
from home.tenant.languages.known import get as get_language
from home.tenant.languages.selectors import address, words_for

__all__ = ["BodyBlock"]

PARAGRAPH_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


class HeadingValue(blocks.StructValue):
    """A heading that knows whether it stands under another."""

    @property
    def is_sub(self) -> bool:
        return self.get("level") == "h3"


class HeadingBlock(blocks.StructBlock):
    """A heading between parts of the text."""

    text = blocks.CharBlock(label=_("text"), max_length=100)
    level = blocks.ChoiceBlock(label=_("level"), choices=[("h2", _("heading")), ("h3", _("subheading"))], default="h2")

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides a long text, so that a reader finds her place.")
        template = "home/site/blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Wat neemt u mee?", "level": "h2"}


class PictureBlock(blocks.StructBlock):
    """A picture with the words for who does not see it."""

    image = ImageChooserBlock(label=_("picture"))
    alt = blocks.CharBlock(label=_("what is to be seen"), required=False, max_length=200)
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture in the text, with a caption if you like.")
        template = "home/site/blocks/picture.html"
        preview_template = "home/site/blocks/picture_preview.html"


def spoken_languages() -> Iterable[tuple[str, str]]:
    """Every language that captions can be in, by its own name."""
    return [(language.code, language.native_name) for language in LANGUAGES.values()]


class CaptionsBlock(blocks.StructBlock):
    """What is said and heard in a video, in one language."""

    language = blocks.ChoiceBlock(label=_("language"), choices=spoken_languages, default=MAIN_LANGUAGE)
    file = DocumentChooserBlock(label=_("file with captions"), help_text=_("A WebVTT file: its name ends in .vtt."))

    class Meta:
        icon = "openquote"
        label = _("Captions")

    def clean(self, value: Any) -> Any:
        """Refuse a file that a player could not read."""
        document = value.get("file")
        if document is None:
            fault = _("Choose a file with captions: who hears nothing cannot follow the video without.")
        elif document.file_extension.lower() != "vtt":
            fault = _("Captions are a WebVTT file: its name ends in .vtt.")
        else:
            with document.open_file() as file:
                fault = fault_in_captions(file.read())
        if fault:
            raise blocks.StructBlockValidationError(block_errors={"file": ValidationError(fault)})
        return super().clean(value)


class VideoBlock(blocks.StructBlock):
    """A video of the library itself, for who sees, who hears and who would rather read."""

    TYPES = {"mp4": "video/mp4", "webm": "video/webm"}

    title = blocks.CharBlock(label=_("what the video shows"), max_length=100)
    file = DocumentChooserBlock(
        label=_("video"),
        help_text=_(
            "A file among your documents, mp4 or webm. Videos of other sites are not shown: they follow visitors."
        ),
    )
    poster = ImageChooserBlock(
        label=_("picture"), required=False, help_text=_("What is to be seen before the video is started.")
    )
    captions = blocks.ListBlock(CaptionsBlock(), label=_("captions"))
    transcript = blocks.RichTextBlock(
        label=_("the whole text"),
        features=PARAGRAPH_FEATURES,
        help_text=_("What is said, and what is to be seen that matters. It is also what stands on paper."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video of your own, with captions and the whole text to read.")
        label_format = "{title}"
        template = "home/site/blocks/video.html"
        preview_template = "home/site/blocks/video_preview.html"

    def clean(self, value: Any) -> Any:
        """Say of each thing that is missing for whom it is there."""
        faults = {}
        if not value.get("title"):
            faults["title"] = _("Say in a few words what the video shows: a screen reader tells it.")
        if value.get("file") is None:
            faults["file"] = _("Choose a video among your documents, or upload one there.")
        elif value["file"].file_extension.lower() not in self.TYPES:
            faults["file"] = _("A video is an mp4 or a webm file: other files do not play on every phone.")
        if not value.get("captions"):
            faults["captions"] = _("Add captions: who hears nothing cannot follow the video without.")
        transcript = value.get("transcript")
        if not transcript or not strip_tags(transcript.source).strip():
            faults["transcript"] = _("Write out what is said: for who cannot see or play the video, and for paper.")
        errors = {name: ValidationError(fault) for name, fault in faults.items()}
        try:
            cleaned = super().clean(value)
        except blocks.StructBlockValidationError as error:
            raise blocks.StructBlockValidationError(
                block_errors={**error.block_errors, **errors}, non_block_errors=error.non_block_errors
            ) from error
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add the type of the video and its captions: the reader's language first, then the main one."""
        context = super().get_context(value, parent_context=parent_context)
        around = parent_context or {}
        main = get_language(around["library"].main_language if around.get("library") else MAIN_LANGUAGE)
        language = around.get("language") or main
        video = value.get("file")
        context["type"] = self.TYPES.get(video.file_extension.lower(), "") if video else ""
        tracks = [
            {"url": row["file"].url, "language": get_language(row["language"])}
            for row in value["captions"]
            if row["file"] is not None
        ]
        # Who reads the easy form of a language hears that language.
        wanted = [language.code, language.speech, main.code]
        tracks.sort(key=lambda track: _place(wanted, track["language"]))
        context["tracks"] = tracks
        context["is_captioned"] = any(track["language"].speech == language.speech for track in tracks)
        return context


def _place(wanted: list[str], language: Language) -> int:
    """How soon a language comes: the place of its code, or of its voice, among those that are wanted."""
    return min(wanted.index(name) if name in wanted else len(wanted) for name in (language.code, language.speech))


class CalloutBlock(blocks.StructBlock):
    """Something that must not be missed."""

    tone = blocks.ChoiceBlock(
        label=_("tone"),
        choices=[("info", _("good to know")), ("good", _("invitation")), ("attention", _("take care"))],
        default="info",
    )
    title = blocks.CharBlock(label=_("title"), required=False, max_length=100)
    text = blocks.RichTextBlock(label=_("text"), features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("One thing that a reader must not miss. Use it sparingly.")
        template = "home/site/blocks/callout.html"
        preview_value = {"tone": "info", "title": "Gratis", "text": "<p>U betaalt niets.</p>"}


class StepBlock(blocks.StructBlock):
    """One step."""

    title = blocks.CharBlock(label=_("step"), max_length=250)
    text = blocks.RichTextBlock(label=_("explanation"), required=False, features=PARAGRAPH_FEATURES)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        form_classname = "struct-block"


class StepsBlock(blocks.StructBlock):
    """What to do, one thing after the other."""

    title = blocks.CharBlock(label=_("title"), required=False, max_length=100)
    steps = blocks.ListBlock(StepBlock(), label=_("steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("What a reader does, one thing after the other.")
        template = "home/site/blocks/steps.html"
        preview_value = {
            "title": "Zo gaat het",
            "steps": [{"title": "Kom binnen", "text": ""}, {"title": "Vraag de gastvrouw", "text": ""}],
        }


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words."""

    text = blocks.TextBlock(label=_("words"))
    source = blocks.CharBlock(label=_("who said it"), required=False, max_length=80)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("The words of a visitor or a colleague, with her consent.")
        template = "home/site/blocks/quote.html"
        preview_value = {"text": "Nu lees ik mijn post zelf.", "source": "een bezoeker"}


class PageLinksBlock(blocks.StructBlock):
    """Pages that help further, shown in the reader's words."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    pages = blocks.ListBlock(blocks.PageChooserBlock(), label=_("pages"), min_num=1, max_num=6)

    class Meta:
        icon = "link"
        label = _("Pages that help further")
        description = _("Cards that lead to other pages; always in the language of the reader.")
        template = "home/site/blocks/page_links.html"
        preview_template = "home/site/blocks/page_links_preview.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        language = (parent_context or {}).get("language") or get_language("nl")
        pages = [page for page in value["pages"] if page is not None and page.live]
        words = words_for(pages, language.code)
        (parent_context or {}).get("machine_drafts", set()).update(
            row.title for row in words.values() if row.is_machine
        )
        context["title"] = value["title"]
        context["cards"] = [
            {
                "title": words[page.pk].title,
                "summary": words[page.pk].summary,
                "lang": words[page.pk].lang,
                "dir": words[page.pk].dir,
                "is_machine": words[page.pk].is_machine,
                "url": address(page, language.code),
            }
            for page in pages
        ]
        return context


class ContactCardBlock(blocks.StructBlock):
    """Whom to ask, and how."""

    name = blocks.CharBlock(label=_("name"), max_length=80)
    role = blocks.CharBlock(label=_("function"), required=False, max_length=80)
    phone = blocks.CharBlock(label=_("telephone"), required=False, max_length=30)
    email = blocks.EmailBlock(label=_("e-mail address"), required=False)
    text = blocks.TextBlock(label=_("text"), required=False)

    class Meta:
        icon = "user"
        label = _("Contact card")
        description = _("One person or desk to ask, with telephone and e-mail address.")
        template = "home/site/blocks/contact_card.html"
        preview_value = {"name": "De gastvrouw", "role": "bij de ingang", "phone": "010-000 00 00"}

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if not cleaned["phone"] and not cleaned["email"] and not cleaned["text"]:
            message = _("Give a telephone number, an e-mail address or a sentence: else a reader cannot go on.")
            raise ValidationError(message)
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        digits = "".join(sign for sign in value.get("phone") or "" if sign.isdigit() or sign == "+")
        context["phone_href"] = f"tel:{digits}" if digits else ""
        return context


class BodyBlock(blocks.StreamBlock):
    """The text of a page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("Text"),
        icon="pilcrow",
        features=PARAGRAPH_FEATURES,
        template="home/site/blocks/paragraph.html",
        description=_("Plain text: one idea a sentence, one subject a paragraph."),
        preview_value="<p>Kom gerust binnen met uw vraag.</p>",
    )
    picture = PictureBlock()
    video = VideoBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    quote = QuoteBlock()
    page_links = PageLinksBlock()
    contact_card = ContactCardBlock()

    def clean(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse a subheading that stands under no heading: a screen reader announces levels."""
        cleaned = super().clean(value, *args, **kwargs)
        seen_heading = False
        for index, child in enumerate(cleaned):
            if child.block_type != "heading":
                continue
            if child.value.is_sub and not seen_heading:
                message = _("A subheading needs a heading above it. Choose “heading” here.")
                raise blocks.StreamBlockValidationError(block_errors={index: ValidationError(message)})
            seen_heading = seen_heading or not child.value.is_sub
        return cleaned
