"""Sentences in which a word of signatures.yaml has one of its frames: plain, negated, in a question, under "if"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias, get_args

from parley.loaders.news.standing.signatures import Effect, predicates
from parley.loaders.news.standing.value import Value

from .assessing import assessed

Form: TypeAlias = Literal["plain", "negated", "question", "if"]
FORMS: Final[tuple[Form, ...]] = get_args(Form)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OF_PEOPLE: Final = _words(
    """
    able adamant afraid alarmed allowed amazed angry anxious apt ashamed astonished aware certain concerned
    confident convinced delighted determined disappointed dismayed due eligible embarrassed encouraged entitled
    fearful fit furious glad going grateful happy hopeful inclined insistent liable meant optimistic outraged
    permitted pessimistic planning pleased poised positive prone proud qualified ready relieved resolved sad
    satisfied sceptical scheduled set shocked skeptical slated sorry supposed sure surprised suspicious thankful
    unable unaware unconvinced unsure upset used wary wont worried about bound expected tipped free telling
    lucky
    """
)
"""Adjectives that people are: "they are glad that"."""
OF_THINGS: Final = _words(
    """
    absurd advisable apparent arguable baseless best better bogus clear conceivable correct critical crucial
    dangerous debatable desirable difficult disputed doubtful easy essential evident fair far-fetched feasible
    fitting groundless hard high imaginable immaterial imperative implausible important impossible improbable
    inaccurate inconceivable incorrect incumbent indisputable ironic irrelevant key likely mandatory manifest
    misleading moot necessary notable obligatory obvious odd open paramount plain plausible possible premature
    probable reasonable regrettable remarkable right safe shameful significant strange striking thinkable tough
    tragic true unacceptable uncertain unclear unconfirmed undecided undeniable undisputed unfair unfortunate
    unfounded unimaginable unknown unlikely unrealistic unreasonable unsettled unthinkable untrue unverified
    unwise urgent vital wise wrong false nonsense propaganda rubbish time
    """
)
"""Adjectives and nouns without an article that things are: "it is clear that"."""
NOUNS: Final = _words(
    """
    error fabrication fact fantasy fiction hoax invention lie misreport mistake mystery myth
    """
)
"""Nouns that things are: "it is a myth that"."""
_FORMS: Final[Mapping[str, Mapping[Form, tuple[str, ...]]]] = {
    "is": {
        "plain": ("{0} is {1}{2}.", "{0} was {1}{2}."),
        "negated": ("{0} is not {1}{2}.", "{0} was not {1}{2}."),
        "question": ("Is {0} {1}{2}?", "Was {0} {1}{2}?", "{0} is {1}{2}?"),
        "if": ("If {0} is {1}{2}, prices will fall.", "Prices will fall if {0} is {1}{2}."),
    },
    "are": {
        "plain": ("{0} are {1}{2}.", "{0} were {1}{2}."),
        "negated": ("{0} are not {1}{2}.", "{0} were not {1}{2}."),
        "question": ("Are {0} {1}{2}?", "Were {0} {1}{2}?", "{0} are {1}{2}?"),
        "if": ("If {0} are {1}{2}, prices will fall.", "Prices will fall if {0} are {1}{2}."),
    },
    "do": {
        "plain": ("{0} {1}{2}.",),
        "negated": ("{0} do not {1}{2}.", "{0} did not {1}{2}."),
        "question": ("Do {0} {1}{2}?", "Did {0} {1}{2}?"),
        "if": ("If {0} {1}{2}, prices will fall.", "Prices will fall if {0} {1}{2}."),
    },
}
_MARKS: Final[Mapping[Form, str]] = {"negated": "not", "question": "?", "if": "if"}
"""The link of the walk that each form has."""
_ENDS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "that": (
        (" that Norway offered Sweden a truce", "offered"),
        (" that Norway has offered Sweden a truce", "offered"),
    ),
    "whether": (
        (" whether Norway offered Sweden a truce", "offered"),
        (" how Norway offered Sweden a truce", "offered"),
    ),
    "to": ((" to offer Sweden a truce", "offer"), (" to propose a truce to Sweden", "propose")),
    "np-to": ((" Norway to offer Sweden a truce", "offer"), (" the minister to propose a truce", "propose")),
    "passive-to": ((" to offer Sweden a truce", "offer"), (" to have offered Sweden a truce", "offered")),
    "ing": ((" offering Sweden a truce", "offering"), (" proposing a truce to Sweden", "proposing")),
    "np": ((" an offer of a truce", "offer"), (" the offer", "offer")),
    "np-subject": (("", "offer"),),
}
_PARTICIPLES: Final[Mapping[str, str]] = {
    "bring": "brought", "drive": "driven", "feel": "felt", "get": "got", "hear": "heard", "hold": "held",
    "know": "known", "lead": "led", "make": "made", "mean": "meant", "set": "set", "spur": "spurred",
    "think": "thought", "understand": "understood", "compel": "compelled", "impel": "impelled", "plan": "planned",
    "talk": "talked", "have": "had", "slate": "slated", "about": "about", "due": "due", "going": "going",
}  # fmt: skip


_BEGIN_PREDICATES: Final = _words(
    """
    out without the anyone's high not in at capable accustomed
    """
)
"""Words with which a phrase after "be" begins."""


@dataclass(frozen=True)
class Reading:
    """A sentence in which a word has its frame, and the value of what hangs on it."""

    sentence: str
    value: Value
    meant: bool
    """Whether the parser takes the sentence as it is meant."""


def _participle(word: str) -> str:
    if word in _PARTICIPLES:
        return _PARTICIPLES[word]
    if word.endswith("ed") or word in OF_PEOPLE | OF_THINGS:
        return word
    if word.endswith("e"):
        return f"{word}d"
    return f"{word[:-1]}ied" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}ed"


def _sentences(word: str, frame: str, form: Form) -> Iterator[tuple[str, str]]:
    """Sentences, the most natural first, each with the word that is assessed."""
    people, things, shown = (("they", "are"), ("officials", "are")), (("it", "is"), ("that", "is")), word
    heads: tuple[tuple[str, str], ...] = (("they", "do"), ("officials", "do"), ("the ministers", "do"))
    if frame == "np-subject":
        heads = (("the offer", "is"),)
    elif frame == "passive-to":
        shown, heads = _participle(word), people
    elif word in OF_PEOPLE:
        heads = (*people, *things)
    elif word in OF_THINGS | NOUNS or word.split()[0] in _BEGIN_PREDICATES:
        heads = (*things, *people)
    article = ("an " if word[0] in "aeiou" else "a ") if word in NOUNS else ""
    for end, target in _ENDS[frame]:
        for subject, verb in heads:
            for pattern in _FORMS[verb][form]:
                told = pattern.format(subject, f"{article}{shown}", end)
                yield told[0].upper() + told[1:], target


@cache
def readings() -> Mapping[tuple[str, str, Form], Reading]:
    """How every predicate is read in each of its frames and forms: the first sentence that is taken as it is meant."""
    waiting: dict[tuple[str, str, Form], Iterator[tuple[str, str]]] = {
        (word, frame, form): _sentences(word, frame, form) for word, frame in predicates() for form in FORMS
    }
    return _first_meant(waiting)


def _is_meant(word: str, frame: str, form: Form, why: tuple[str, ...]) -> bool:
    """Whether the walk has the word's effect in this frame, or that of an equal entry, and the mark of the form."""
    links = [link.rpartition(": ")[::2] for link in why]
    same = any(one.startswith(word[:3]) and _entry(one, found) == _entry(word, frame) for one, found in links)
    return same and (form == "plain" or _MARKS[form] in why)


def _entry(word: str, frame: str) -> Effect | None:
    frames = {"passive-to": ("passive-to", "np-to", "to"), "np-to": ("np-to", "to")}.get(frame, (frame,))
    return next((predicates()[word, one] for one in frames if (word, one) in predicates()), None)


def _first_meant(
    waiting: dict[tuple[str, str, Form], Iterator[tuple[str, str]]],
) -> dict[tuple[str, str, Form], Reading]:
    found: dict[tuple[str, str, Form], Reading] = {}
    while waiting:
        tried = {key: one for key, sentences in waiting.items() if (one := next(sentences, None)) is not None}
        values = assessed([sentence for sentence, _ in tried.values()], [word for _, word in tried.values()])
        for (key, (sentence, _)), value in zip(tried.items(), values, strict=True):
            meant = _is_meant(*key, value.why)
            if meant or key not in found:
                found[key] = Reading(sentence, value, meant)
        waiting = {key: waiting[key] for key in tried if not found[key].meant}
    return found
