"""Given names that many people bear, by which a name is known that is typed as it is spoken: "John Doe".

"García Márquez, Gabriel José" has as many words before its comma as "John Doe, Jane Roe", but begins with no
given name. In Cyrillic letters a family name of two words has a hyphen, so that no list is asked.
"""

from __future__ import annotations

from sholu.regexes import regex

# Two words, perhaps with an initial between them.
_SPOKEN = regex(r"(?P<first>[^\W\d_]{2,}) (?:[^\W\d_]\. ?)?(?P<last>[^\W\d_][\w’'-]+)")
_CYRILLIC = regex(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі’'-]+")
# Family names in Latin letters whose ending says what they are.
_FAMILY = regex(r"\w+(?:ov|ev|ova|eva|yev|yeva|sky|skiy|skii|skaya|enko|bayev|baev|baeva|shvili|yan)")
_COMMON = """
aaron adam adrian aidar aigul ainur alan albert alessandro alex alexander alexandra alexei ali alice
alina amanda amy ana anastasia andrea andreas andrei andrew angela anita anna anne annette anthony
antoine antonio arman arthur asan asel askar assel astrid barbara ben benjamin bernard bernd betty bolat
brian bruce carl carlos carol caroline catherine charles charlotte chris christian christina christine
christopher claire claudia colin craig cynthia daniel daniela darkhan david deborah denis dennis diana
diane dilip dmitri dmitry donald donna doris dorothy douglas edward eleanor elena elizabeth ellen emily
emma eric erica erik erlan ernst eva evgeny fatima florian francesco francis frank franz fred frederick
gabriel gary george gerald gerhard giovanni giuseppe grace graham greg gregory gulnara hannah hans harold
harry heather heinrich helen helena henri henry herbert howard hugh ian igor ingrid irene irina isabel
ivan jack jacob jacques jake james jamila jan jane janet jason jean jeff jeffrey jennifer jeremy jerry
jessica jim joan joe johann johannes john jonathan jose joseph joshua juan judith julia julian julie
julien jürgen kairat karen karin karl kate katherine kathleen keith kelly ken kenneth kevin klaus
konstantin larry laura lauren laurent leonard leonid lewis linda lisa louis louise lucas lucy luigi luis
lydia madina manuel marat marc marco margaret maria marie marina mario marion mark markus martha martin
mary matthew matthias maurice max maya megan mehmet michael michel michelle miguel mikhail mohamed
mohammed monika muhammad murat mustafa nadia nancy natalia nathan neil nicholas nicola nicolas nikolai
nina nora norman nurlan nursultan oleg olga oliver oscar otto pablo pamela patricia patrick paul paula
pavel pedro peter petra philip philippe pierre rachel ralph raymond rebecca richard robert roberta robin
roger roland ronald rosa rose roy ruslan russell ruth sabine samantha samuel sandra sara sarah saule
scott sean sergei sergey sharon simon sofia sophia sophie stefan stephanie stephen steven stuart susan
svetlana sylvia tatiana teresa theodore theresa thomas tim timothy timur tom tony ulrich ursula valentina
vanessa vera victor victoria viktor vincent vladimir walter wayne wendy werner william wolfgang yerlan
yuri yusuf zarina
"""
_NAMES = frozenset(_COMMON.split())


def in_spoken_order(name: str) -> bool:
    """Tell whether a name without a comma surely has its given name first, and its family name last.

    Args:
        name: one name, "John Doe", «Асан Үсенов».
    """
    found = _SPOKEN.fullmatch(name)
    if found is None or found["first"] != found["first"].title() or not found["last"][0].isupper():
        return False
    if _CYRILLIC.fullmatch(found["first"] + found["last"]):
        return True
    return found["first"].casefold() in _NAMES or bool(_FAMILY.fullmatch(found["last"].casefold()))
