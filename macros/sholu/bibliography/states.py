"""How far a publication is: words for “in press” and the like, and for a date that nobody knows."""

from __future__ import annotations

from types import MappingProxyType

# The states of publication of a work that has no date yet.
IN_PRESS = frozenset({"inpress", "forthcoming"})
_WORDS = {
    "inpress": """inpress|in press|accepted|accepted for publication|in production|im druck|im erscheinen
        |sous presse|en prensa|in stampa|no prelo|w druku|в печати|в печ|принято к печати|принята к печати
        |сдано в печать|баспада|басылымда|baskıda|у друці|印刷中|في الطباعة""",
    "forthcoming": """forthcoming|to appear|to be published|erscheint|à paraître|de próxima aparición
        |di prossima pubblicazione|готовится к печати|готовится к изданию|выйдет|жарық көреді|шығады
        |yayımlanacak|即将出版|вийде""",
    "submitted": """submitted|submitted for publication|under review|in review|eingereicht|soumis|enviado
        |подано|подана в редакцию|направлено в редакцию|на рассмотрении|жіберілді
        |gönderildi|подано до друку""",
    "inpreparation": """inpreparation|in preparation|in prep|manuscript in preparation|in vorbereitung
        |en préparation|en preparación|в подготовке|готовится|дайындалуда|дайындау үстінде|hazırlanıyor
        |у підготовці""",
    "prepublished": """prepublished|advance online publication|online first|ahead of print|epub ahead of print
        |published online|early access""",
}
_STATES = MappingProxyType(
    {" ".join(words.split()): state for state, listed in _WORDS.items() for words in listed.split("|")}
)
_NO_DATE = frozenset(
    {
        "n.d", "n. d", "nd", "no date", "undated", "s.a", "s. a", "sine anno", "o.j", "o. j", "ohne jahr",
        "s.d", "s. d", "sd", "sans date", "б.г", "б. г", "бг", "без года", "ж.ж", "ж. ж", "жылы белгісіз",
        "t.y", "t. y", "б.р", "б. р", "无日期", "n/a", "none", "unknown", "year unknown", "", "?", "-", "–",
        "??", "????", "0", "00", "0000", "0000-00-00", "xxxx", "s. f", "s.f",
    }
)  # fmt: skip


def state_of(words: str) -> str:
    """Return the state that words name ("inpress", "forthcoming", …), "" if they name none."""
    return _STATES.get(_plain(words), "")


def is_no_date(words: str) -> bool:
    """Tell whether words say that nobody knows the date."""
    return _plain(words) in _NO_DATE


def _plain(words: str) -> str:
    return " ".join(words.casefold().strip("[]().… ").split())
