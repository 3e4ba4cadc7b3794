"""Which party a description means: "the bloc", "the guerrillas", "the Fund"; and names beside a noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

from ....graph.records import Key
from ..language.annotation import Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import lexicon, wordset
from ..names.entries import Entry
from ..names.gazetteer import Mention
from .members import Cast
from .parties import home_state

_DETERMINERS: Final = frozenset({"the", "this", "that", "both"})
_MOVEMENTS: Final = frozenset({"armed-movement", "de-facto-authority"})


def described(cast: Cast, token: Token, pair: tuple[Key, ...]) -> Key | None:
    """The party that a definite noun without a name means, by what is named before it; ``None`` when nothing tells."""
    if not any(c.lower_ in _DETERMINERS for c in token.children) and not _are_bare_rebels(token):
        return None
    lemma, offset = token.lemma_.lower(), start_of(token)
    governs = any(c.lower_ == "government" and c.dep_ in ("compound", "amod", "nmod") for c in token.children)
    if governs or lemma in wordset("actors", "descriptions", "own_government"):
        seated = _seats(token)
        mentions = [m for noun in seated if (m := cast.mention_at(start_of(noun), end_of(noun))) is not None]
        states = [m for m in mentions if m.entry.kind == "state"]
        if seated and (states or any(noun.pos_ == "PROPN" for noun in seated)):
            return cast.known(states[-1]) if states else None  # "the authorities in the region of X"
        return None if _elsewhere(cast, token, pair) else home_state(cast, pair)
    before = [m for m in cast.mentions_before(offset) if m.entry.kind != "outlet"]
    group = lemma == "group" and _is_of_arms(token, before)
    fits = _is_movement if group else _kinds().get(lemma)
    if fits is not None:
        before = [m for m in before if m.form != "demonym" or fits is _is_movement]
        found = {m.entry.key: m for m in before if fits(m.entry)}
        last = next((m for m in reversed(before) if fits(m.entry)), None)
        sides = [m for key, m in found.items() if key in pair]
        if len(found) > 1 and len(sides) == 1 and fits is _is_movement:
            return cast.known(sides[0])  # of several movements the one that negotiates
        return cast.known(last) if last is not None and (len(found) == 1 or lemma in _last_counts()) else None
    return _by_head(cast, token, before) or (_part_of(cast, lemma, before) if _is_a_name_alone(token) else None)


def _are_bare_rebels(noun: Token) -> bool:
    """True for "Rebels had demanded ...", with nothing beside it that tells of others."""
    rebels = noun.lemma_.lower() in wordset("actors", "descriptions", "movements") and noun.tag_ == "NNS"
    return rebels and noun.dep_ == "nsubj" and not any(c for c in noun.children if not c.is_punct)


def _is_of_arms(group: Token, before: list[Mention]) -> bool:
    """True for "the guerrilla group", and for "the group" where no other body is called so."""
    beside = [c.lower_ for c in group.children if c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "relcl")]
    others = any("group" in {*m.entry.label.lower().split()} for m in before)
    return bool({"armed", *wordset("actors", "descriptions", "movements")} & {*beside}) or not (beside or others)


def movement_of(cast: Cast, words: Iterable[Token]) -> Mention | None:
    """The movement that "the B group" among some words means: the only one of B's that is named before."""
    for noun in words:
        if noun.lemma_.lower() not in wordset("actors", "descriptions", "movements") | {"group"}:
            continue
        beside = (cast.mention_at(start_of(c), end_of(c)) for c in noun.children)
        states = {m.entry.code for m in beside if m is not None and m.entry.kind == "state"}
        before = (m for m in cast.mentions_before(start_of(noun)) if _is_movement(m.entry))
        found = {m.entry.key: m for m in before if m.entry.state in states}
        if len(found) == 1:
            return next(iter(found.values()))
    return None


def movement_named(cast: Cast, token: Token) -> Token | None:
    """The name in "the rebels of NAME", where it is nobody known."""
    if base(token) not in wordset("teams", "rebels") or token.tag_ != "NNS":
        return None
    held = (noun for prep in children(token, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj"))
    name = next(held, None)
    unknown = name is not None and name.pos_ == "PROPN" and cast.mention_at(start_of(name), end_of(name)) is None
    return name if unknown else None


def named_movement(noun: Token, modifiers: Sequence[Mention]) -> Mention | None:
    """The movement in "the NAME group", "NAME rebels", where NAME alone is one."""
    calls = base(noun) in wordset("actors", "descriptions", "movements") | {"group"}
    return modifiers[0] if calls and len(modifiers) == 1 and _is_movement(modifiers[0].entry) else None


def of_one_body(head: Token) -> list[Token]:
    """The words of a name, without what another body's is behind "and the": "the Government and the Front"."""
    words = sorted({head, *head.subtree}, key=lambda word: word.i)
    joints = [t.i for t in words if t.pos_ == "CCONJ" and t.i + 2 < len(t.doc) and _opens_another(t)]
    first = max((i + 1 for i in joints if i < head.i), default=words[0].i)
    last = min((i - 1 for i in joints if i > head.i), default=words[-1].i)
    return [word for word in words if first <= word.i <= last]


def bodies_within(head: Token) -> list[Token]:
    """The Commission of "the University of A and B's Commission", which a parser takes for a part of the name."""
    if head.pos_ != "PROPN":
        return []
    joints = {t.i + 1 for t in head.subtree if t.pos_ == "CCONJ" and t.i > head.i and _is_owned_behind(t)}
    return [t for t in head.subtree if t.dep_ == "conj" and t.head is not head and t.left_edge.i in joints]


def _is_owned_behind(joint: Token) -> bool:
    return joint.i + 2 < len(joint.doc) and joint.nbor(1).pos_ == "PROPN" and joint.nbor(2).tag_ == "POS"


def _opens_another(joint: Token) -> bool:
    """True for the "and" of "the A Government and | the Front", "A University and | B's Commission"."""
    return joint.nbor(1).lower_ == "the" or _is_owned_behind(joint)


def state_among(cast: Cast, words: Iterable[Token]) -> Mention | None:
    """The state in "the Government of the Republic of X"."""
    found = (cast.mention_at(start_of(word), end_of(word)) for word in words)
    return next((mention for mention in found if mention is not None and mention.entry.kind == "state"), None)


def named_beside(cast: Cast, token: Token) -> Key | None:
    """Whom the end of a phrase names: "the director of the works, NAME,", "the office for aid, ACRONYM,"."""
    last = token.right_edge
    if last.is_punct and last.i > token.i:
        last = last.nbor(-1)
    verb = token.head.lemma_.lower()
    told = verb in wordset("reporting", "say") or verb in wordset("reporting", "speak") or verb == "call"
    speaks = (token.dep_ == "nsubj" and told) or (token.dep_ == "pobj" and verb == "to")
    if last.i <= token.i or not speaks:
        return None
    person = cast.person_at(start_of(last), end_of(last))
    mention = cast.mention_at(start_of(last), end_of(last)) if person is None else None
    start = last
    while start.i > token.i + 1 and start.nbor(-1).pos_ == "PROPN":
        start = start.nbor(-1)
    if start.nbor(-1).text != ",":
        return None
    if person is not None:
        return person
    acronym = mention is not None and start.i == last.i and last.text.isupper() and mention.entry.kind != "state"
    return cast.known(mention) if mention is not None and acronym else None


def _seats(government: Token) -> list[Token]:
    """The nouns that tell where a government sits: "the authorities in the breakaway region of X"."""
    held = [noun for p in children(government, "prep") if p.lower_ in ("in", "of") for noun in children(p, "pobj")]
    within = [noun for one in held for p in children(one, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    return [*held, *within]


def _elsewhere(cast: Cast, token: Token, pair: tuple[Key, ...]) -> bool:
    """True for "In <capital>, the government ...", whose capital is neither side's, and for that of a part apart."""
    sentence = cast.article.sentence_at(start_of(token))
    first = sentence.span[0] if sentence is not None else token
    if any(c.lower_ in wordset("actors", "apart") for c in children(token, "amod", "compound")):
        return True  # "the separatist authorities"
    where = children(first, "pobj") if first.lower_ == "in" else []
    mentions = (cast.mention_at(start_of(noun), end_of(noun)) for noun in where)
    return any(m is not None and m.form == "capital" and m.entry.key not in pair for m in mentions)


def _by_head(cast: Cast, noun: Token, before: list[Mention]) -> Key | None:
    """The organisation named last whose full name ends in the noun: "the Fund" of a monetary fund, not "the funds"."""
    lemma, several = noun.lemma_.lower(), noun.tag_ in ("NNS", "NNPS")
    if lemma not in wordset("actors", "descriptions", "heads"):
        return None
    for mention in reversed(before):
        if several and not mention.entry.label.lower().endswith(noun.lower_):
            continue
        movements = lemma == "army" and _is_movement(mention.entry)  # "the army" is a state's, not the X Army
        if mention.entry.kind == "organization" and lemma in _last_words(mention.entry) and not movements:
            return cast.known(mention)
    return None


def _is_a_name_alone(noun: Token) -> bool:
    """True for "the Commission"; not for "the Joint Commission", which is another."""
    own = [c for c in children(noun, "amod", "compound", "nmod") if c.text[0].isupper()]
    return noun.text[0].isupper() and not own


def _part_of(cast: Cast, lemma: str, before: list[Mention]) -> Key | None:
    """The body of a union named before that "the Commission" names."""
    if lemma not in wordset("actors", "descriptions", "heads"):
        return None
    unions = {m.entry.key for m in before if m.entry.party and m.entry.kind == "organization"}
    parts = [e for e in cast.gazetteer.entries if e.part_of in unions and lemma in _last_words(e)]
    return cast.enter(parts[0]) if len(parts) == 1 else None


def _last_words(entry: Entry) -> set[str]:
    """Last words of its names; "the organization" is one that is mostly called so, which the United Nations are not."""
    last = {name.split()[-1].lower().removesuffix("s") for name in (entry.label, *entry.aliases) if " " in name}
    called = entry.label.lower().endswith(("organization", "organisation"))
    return last if called else last - {"organization", "organisation"}


@cache
def _kinds() -> dict[str, Callable[[Entry], bool]]:
    kinds = lexicon("actors")["descriptions"]
    found: dict[str, Callable[[Entry], bool]] = dict.fromkeys(kinds["movements"], _is_movement)
    for kind in kinds["listed"]:
        keys = frozenset(kind["keys"])
        found.update(dict.fromkeys(kind["nouns"], lambda entry, keys=keys: entry.key in keys))
    return found


def _last_counts() -> frozenset[str]:
    return frozenset(noun for kind in lexicon("actors")["descriptions"]["listed"] for noun in kind["nouns"])


def _is_movement(entry: Entry) -> bool:
    return entry.category in _MOVEMENTS and entry.key not in wordset("actors", "armies_of_states")


def last_states(cast: Cast, sentence: Sentence) -> tuple[Key, ...]:
    """The two states that the sentence before names by more than an adjective, for "the two governments"."""
    for earlier in cast.article.sentences[max(0, sentence.number - 1) : sentence.number]:
        if earlier.segment_number == sentence.segment_number:
            named = (m for m in cast.readings[earlier.number].mentions if m.form != "demonym")
            states = tuple(dict.fromkeys(cast.known(m) for m in named if m.entry.kind == "state"))
            return states if len(states) == 2 else ()
    return ()
