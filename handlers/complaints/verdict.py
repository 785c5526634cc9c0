"""Whether words in answer to "is it really fixed?" mean yes, no, or something that has to be asked again."""

from __future__ import annotations

from handlers import words

_YES = frozenset(
    """
    ya iya iyo yup yes yep sudah udah udh sdh dah alah lah beres bereh selesai salasai fixed done works working
    nyala menyala hidup iduik terang lancar bersih barasiah baik elok bagus rancak mantap aman normal sembuh
    """.split()
)
# "Belum beres" is no, whatever else is said.
_NOT_YET = frozenset("belum belom blm blum blom balun alun".split())
_NO = frozenset(
    "masih msh tidak tdk tak gak ga nggak ngga enggak kagak indak ndak tetap no nope not still isnt doesnt".split()
)
_BUT = frozenset("tapi tp tetapi cuma cuman hanya namun kecuali but except only".split())
_GONE = frozenset({"lagi", "lai", "longer", "more"})  # "tidak mati lagi" is good news, "tidak menyala lagi" is not


def meant(text: str) -> bool | None:
    """True: it is fixed. False: it is not. None: it cannot be told from these words."""
    said = set(words.split(text))
    if said & _NOT_YET or "👎" in text:
        return False
    if said & _NO:
        return None if said & _YES or said & _GONE else False
    if said & _BUT or "?" in text:
        return None
    return True if said & _YES or "👍" in text else None


def brief(text: str) -> bool:
    """Whether the words are hardly more than a yes or a no."""
    return len(words.split(text)) <= 2
