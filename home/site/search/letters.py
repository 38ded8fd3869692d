"""What is known of each language's letters, sounds and endings."""

# Languages that write words as one: "belastingbrief".
COMPOUNDING = frozenset({"nl", "nl-easy", "fy", "de"})
# Languages that write no spaces between words.
UNSPACED = frozenset({"zh-hans", "th"})

# Signs that stand within a word: ’s, e-mail, Ukrainian комп'ютер.
JOINERS = "'’ʼ‘`´-‐‑\u00ad\u200c\u200d"  # noqa: RUF001, RUF100 - the look-alikes are what people type
# Letters that no decomposition leads back to the plain one.
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ґ": "г", "ѝ": "и"}
    | {"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ۀ": "ه", "ء": "", "ـ": ""}
)
VOWELS = frozenset("aeiouyаеиоуъыэюяі")
# "The", "and the", "with the", "for the" are written on to the word in Arabic.
ARABIC_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
ARABIC_ENDINGS = ("ة", "ه")

# How Dutch sounds, for who writes it by ear.
SOUNDS = (
    *(("sch", "sg"), ("sk", "sg"), ("ch", "g"), ("ph", "f"), ("th", "t"), ("qu", "kw"), ("x", "ks"), ("tie", "sie")),
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("ij", "ei"), ("ou", "au"), ("joe", "u"), ("oe", "u")),
    *(("ie", "i"), ("y", "i"), ("v", "f"), ("z", "s")),
)

# Stemmers of the Snowball family, by language. Dutch has two, each right where the other is not: "schulden", "brieven".
STEMMERS = {
    "nl": ("dutch", "dutch_porter"),
    "nl-easy": ("dutch", "dutch_porter"),
    "en": ("english",),
    "pl": ("polish",),
    "tr": ("turkish",),
    "ar": ("arabic",),
    "ro": ("romanian",),
    "ru": ("russian",),
    "de": ("german",),
    "fr": ("french",),
    "es": ("spanish",),
    "pt": ("portuguese",),
    "it": ("italian",),
    "hu": ("hungarian",),
    "cs": ("czech",),
    "sr": ("serbian",),
    "el": ("greek",),
    "lt": ("lithuanian",),
    "et": ("estonian",),
    "fa": ("persian",),
    "prs": ("persian",),
    "id": ("indonesian",),
    "hi": ("hindi",),
    "ta": ("tamil",),
}

# Endings of languages without a stemmer, as they are when accents are gone (й is и, ї is і): first a word for "the" or
# "oneself" that is written on to another, then the ending itself. Polish is typed without accents too.
ARTICLES = {"bg": ("ът", "ят", "та", "то", "те", "я", "а"), "uk": ("ся", "сь")}
ENDINGS = {
    "bg": ("овци", "ове", "еве", "ища", "ии", "ия", "ам", "им", "аш", "иш", "и", "а", "я", "о", "е", "у"),
    "uk": (
        *("ами", "ями", "ові", "еві", "ого", "ому", "ими", "ою", "ею", "єю", "ах", "ях", "ів", "ом", "ем", "ам", "ям"),
        *("их", "им", "оі", "ии", "іи", "и", "і", "а", "я", "у", "ю", "о", "е", "є", "ь"),
    ),
    "pl": ("ow",),
    "tr": ("um", "im"),
    "ar": ("تنا", "تها", "تي", "تك", "ته", "ات", "نا", "ها", "ي"),
}
# The last sign of a stem that changes before some endings: език, езици; допомога, допомозі; kitap, kitabı.
LAST_SIGNS = {
    "bg": {"ц": "к"},
    "uk": {"з": "г", "ц": "к"},
    "tr": {"b": "p", "d": "t", "g": "k"},
}
# The last vowel of a stem that changes: робота, робіт.
LAST_VOWELS = {"uk": ("і", "о")}
