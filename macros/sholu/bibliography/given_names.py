"""Given names that many people bear, by which a name is known that is typed as it is spoken: "John Doe".

"García Márquez, Gabriel José" has as many words before its comma as "John Doe, Jane Roe", but begins with no
given name. In Cyrillic letters a family name of two words has a hyphen, so that no list is asked.
"""

from __future__ import annotations

from functools import cache

from sholu.languages.ascii import in_ascii
from sholu.regexes import regex

# Two words, perhaps with initials between them.
_SPOKEN = regex(r"(?P<first>[^\W\d_]{2,}) (?:[^\W\d_]\. ?){0,3}(?P<last>[^\W\d_][\w’'-]+)")
_CYRILLIC = regex(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі’'-]+")
# Family names in Latin letters whose ending says what they are.
_FAMILY = regex(r"\w+(?:ov|ev|ova|eva|yev|yeva|sky|skiy|skii|skaya|enko|bayev|baev|baeva|shvili|yan)")
# Given names of Kazakh as their endings tell.
_KAZAKH = regex(r"\w{2,}(?:bek|bai|zhan|gul|ghali)")
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
albrecht edwin eva fritz günther hermann ines jens jörg jürgen lutz matthias mathias rudolf sabina silke sven
tobias uwe wilhelm
abai abay abdulla adeeb adrienne ahmed ahmet ainagul akmal akzhan alexandre alfred alisher alma
altynbek aman anatoliy anatoly andrej anuar arnold askhat aslan aybek ayşe azamat azim baurzhan
bauyrzhan beatrice bekzat berik bettina botakoz burak cemal daniyar dauren demir dina dinara dmitriy
ekaterina elif emin emine emre erbol erkin ertan fatih fatma fedor feride fikret gabriele galina
galymzhan gaukhar gilberto gulmira gulshat gulzhan halil hasan hüseyin ibragim ibrahim ilyas isabelle
ismail jakob juldyz kamal kamila kanat kemal kristina kudaibergen kudaybergen larisa lev lidiya ludmila
lyudmila mahmud makhambet manas maqsud marlene marlène mehmed meruert meyram mirzo muharrem mukhtar
murad muratbek mykola nadezhda natalya nazgul nazira niccolò nikita nikolay nurbulat nurgul nurzhan
olena olzhas oraz orhan osman pyotr rabiga rakhat rauf rinat roman rustam rustem saken salima samal
sattar selahattin selahittin selim sergio serik shamil shokan sholpan sébastien süleyman talat tamara tatyana
turar ulugbek umit vasiliy vasily veronika viktoriya vladislav yaroslav yelena yuriy yusup zamira
zeynep zhanar zhanna zhansaya zhumabek zülfiyya ömer özlem
malcolm plato platon homer homeros aristotle aristotel herodotus gerodot strabo strabon ptolemy ptolemei
seneca seneka cicero tsitseron virgil vergilii ovid ovidii horace goratsii sophocles sofokl euripides
evripid aeschylus eskhil plutarch plutarkh thucydides fukidid xenophon ksenofont tacitus tatsit avicenna
avitsenna averroes confucius konfutsii laozi navoi firdousi ferdowsi rumi hafiz khafiz saadi voltaire
volter stendhal stendal
akhmet alkei baltabai dmitrii evgenii karim mekemtas qudaibergen rabigha sergei shoqan tursun ybyrai yurii
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


def is_given_name(word: str) -> bool:
    """Tell whether a word, in Latin or Cyrillic letters, is a given name that many people bear."""
    folded = word.casefold()
    if folded in _NAMES or folded.isascii():
        return folded in _NAMES
    plain = in_ascii(folded, ())
    return plain in _names_in_ascii() or (bool(_CYRILLIC.fullmatch(word)) and bool(_KAZAKH.fullmatch(plain)))


def is_family_name(word: str) -> bool:
    """Tell whether the ending of a word says that it is a family name."""
    return bool(_FAMILY.fullmatch(in_ascii(word.casefold(), ())))


@cache
def _names_in_ascii() -> frozenset[str]:
    return frozenset(in_ascii(name, ()) for name in _NAMES)
