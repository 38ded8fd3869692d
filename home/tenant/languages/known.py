"""The languages a library can switch on.

Switching one on is a row (``LibraryLanguage``): it needs no migration and no restart, so every language
that a Dutch library may want is listed here, whether it has an interface catalogue or not.
"""

from dataclasses import dataclass
from typing import Any

MAIN_LANGUAGE = "nl"
# A language and its easy form, which is a language of its own here.
EASY = {"nl": "nl-easy"}
# What a browser calls a language (BCP 47) where our own code is none: "simple" is a registered variant.
TAGS = {"nl-easy": "nl-simple"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its names, writing direction, speech code (BCP 47) and CLDR locale for dates."""

    code: str
    native_name: str
    dutch_name: str
    english_name: str
    direction: str = "ltr"
    speech: str = ""
    cldr: str = ""

    @property
    def tag(self) -> str:
        """What stands in ``lang`` and ``hreflang``: a valid BCP 47 tag."""
        return TAGS.get(self.code, self.code)

    @property
    def is_easy(self) -> bool:
        """Whether this is the easy form of another language."""
        return self.code in EASY.values()


def _row(code: str, native: str, dutch: str, english: str, *extra: str) -> Language:
    direction = "rtl" if "rtl" in extra else "ltr"
    rest = [item for item in extra if item != "rtl"]
    speech = rest[0] if rest else f"{code}-{code.upper()}"
    cldr = rest[1] if len(rest) > 1 else code.replace("-", "_")
    return Language(code, native, dutch, english, direction, speech, cldr)


_ROWS = [
    _row("nl", "Nederlands", "Nederlands", "Dutch"),
    _row("nl-easy", "Makkelijk Nederlands", "Makkelijk Nederlands", "Easy Dutch", "nl-NL", "nl"),
    _row("en", "English", "Engels", "English", "en-GB", "en_GB"),
    _row("pl", "Polski", "Pools", "Polish"),
    _row("bg", "Български", "Bulgaars", "Bulgarian"),
    _row("tr", "Türkçe", "Turks", "Turkish"),
    _row("uk", "Українська", "Oekraïens", "Ukrainian", "uk-UA"),
    _row("ar", "العربية", "Arabisch", "Arabic", "rtl", "ar-SA"),
    _row("ro", "Română", "Roemeens", "Romanian"),
    _row("ru", "Русский", "Russisch", "Russian"),
    _row("de", "Deutsch", "Duits", "German"),
    _row("fr", "Français", "Frans", "French"),
    _row("es", "Español", "Spaans", "Spanish"),
    _row("pt", "Português", "Portugees", "Portuguese"),
    _row("it", "Italiano", "Italiaans", "Italian"),
    _row("hu", "Magyar", "Hongaars", "Hungarian"),
    _row("cs", "Čeština", "Tsjechisch", "Czech", "cs-CZ"),
    _row("sk", "Slovenčina", "Slowaaks", "Slovak"),
    _row("hr", "Hrvatski", "Kroatisch", "Croatian"),
    _row("sr", "Српски", "Servisch", "Serbian"),
    _row("sq", "Shqip", "Albanees", "Albanian", "sq-AL"),
    _row("mk", "Македонски", "Macedonisch", "Macedonian"),
    _row("el", "Ελληνικά", "Grieks", "Greek", "el-GR"),
    _row("lt", "Lietuvių", "Litouws", "Lithuanian"),
    _row("lv", "Latviešu", "Lets", "Latvian"),
    _row("et", "Eesti", "Ests", "Estonian", "et-EE"),
    _row("fa", "فارسی", "Perzisch (Farsi)", "Persian", "rtl", "fa-IR"),
    _row("prs", "دری", "Dari", "Dari", "rtl", "fa-AF", "fa_AF"),
    _row("ps", "پښتو", "Pasjtoe", "Pashto", "rtl", "ps-AF"),
    _row("ckb", "کوردیی ناوەندی", "Koerdisch (Sorani)", "Central Kurdish", "rtl", "ckb-IQ"),
    _row("kmr", "Kurmancî", "Koerdisch (Kurmançi)", "Kurmanji", "ku-TR", "ku"),
    _row("ur", "اردو", "Urdu", "Urdu", "rtl", "ur-PK"),
    _row("he", "עברית", "Hebreeuws", "Hebrew", "rtl", "he-IL"),
    _row("ti", "ትግርኛ", "Tigrinya", "Tigrinya", "ti-ER"),
    _row("am", "አማርኛ", "Amhaars", "Amharic", "am-ET"),
    _row("so", "Soomaali", "Somalisch", "Somali", "so-SO"),
    _row("sw", "Kiswahili", "Swahili", "Swahili", "sw-KE"),
    _row("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "Tamazight", "Tamazight", "zgh-MA"),
    _row("zh-hans", "简体中文", "Chinees", "Simplified Chinese", "zh-CN", "zh_Hans"),
    _row("vi", "Tiếng Việt", "Vietnamees", "Vietnamese", "vi-VN"),
    _row("th", "ไทย", "Thais", "Thai"),
    _row("id", "Bahasa Indonesia", "Indonesisch", "Indonesian"),
    _row("tl", "Tagalog", "Tagalog", "Tagalog", "fil-PH", "fil"),
    _row("hi", "हिन्दी", "Hindi", "Hindi", "hi-IN"),
    _row("ta", "தமிழ்", "Tamil", "Tamil", "ta-LK"),
    _row("pap", "Papiamentu", "Papiaments", "Papiamentu", "pap-CW"),
    _row("fy", "Frysk", "Fries", "Frisian", "fy-NL"),
]

LANGUAGES: dict[str, Language] = {language.code: language for language in _ROWS}


def get(code: str) -> Language:
    """Return the language with this code; an unknown code gives the main language."""
    return LANGUAGES.get(code, LANGUAGES[MAIN_LANGUAGE])


def choices() -> list[tuple[str, str]]:
    """Code and ``Dutch name (native name)``, for a form."""
    return [(row.code, f"{row.dutch_name} ({row.native_name})") for row in LANGUAGES.values()]


def django_language_info() -> dict[str, dict[str, Any]]:
    """Rows for Django's ``LANG_INFO``, which lacks a number of the languages here."""
    return {
        row.code: {
            "bidi": row.direction == "rtl",
            "code": row.code,
            "name": row.english_name,
            "name_local": row.native_name,
        }
        for row in LANGUAGES.values()
    }
