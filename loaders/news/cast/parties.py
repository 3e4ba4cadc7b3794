"""The two sides that an article is about: "talks between A and B", "A-B talks", else the two that act most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from ....graph.records import Key
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, conjuncts, own_words
from ..lexicons.word_lists import lexicon, wordset
from ..names.entries import Entry
from ..names.gazetteer import Mention
from ..names.readings import Reading
from .members import Cast
from .one_side import is_of_company, join_one_side

_MEDIATES: Final = re.compile(
    r"(?:[’']s?)?(?: and [\w-]+| lead| chief)?(?: ha[sd]| will)?(?: been)? "
    r"(?:mediat|facilitat|host(?:s|ed)\b|broker|good offices)",
    re.IGNORECASE,
)
"""What stands after the name of somebody who mediates: "Qatari mediators", "Oman has mediated", "Kenya hosted"."""
_BY: Final = re.compile(
    r"\b(?:mediated|brokered|facilitated|hosted|chaired|convened|mediation|facilitation|auspices) (?:by|of) "
    r"(?:[^.;:]{1,70} and )?(?:the |both )?$|"
    r"\b(?:mediators|facilitators|go-betweens|brokers) from (?:\w+(?:, \w+)* and )?$",
    re.IGNORECASE,
)
"""What stands before it: "brokered by Egypt and Qatar"."""
_DESCRIBES: Final = re.compile(r"-[a-z]")
"""What stands after a name in a word for something else: "French-speaking", "US-made"."""
_LISTS: Final = re.compile(r",? and (?:the )?|, (?:the )?")
"""What stands between those who are listed: "A, B and C"."""
_BYSTANDERS: Final = frozenset({"international-organization", "agency", "non-governmental"})
"""Kinds of organisations that seldom are a side, though articles name them often."""
_ONE: Final = 6
"""Votes of a plain mention."""
_MEDIATOR: Final = -4 * _ONE
"""Votes of words by which somebody stands between the two."""


def main_parties(cast: Cast) -> tuple[Key, ...]:
    """The two sides, entered in the cast; () when there are not two."""
    votes, first = _tally(cast), dict[Key, Mention]()
    for mention in (mention for reading in cast.readings for mention in reading.mentions):
        first.setdefault(mention.entry.key, mention)
    join_one_side(cast, votes)
    few = len([key for key, count in votes.items() if count > 0]) == 2
    acting = (key for key, count in votes.most_common(2) if count > _ONE or (few and count > 0))
    sides = [key for key in acting if votes[key] > _ONE or not is_bystander(cast, (), key)]
    sides = _facing(cast, sides, votes)
    for key in sides:
        entry = cast.gazetteer.entry(key)
        if key in first:
            cast.known(first[key])
        elif entry is not None and entry.kind == "organization":  # of which only a body is named
            cast.enter(entry)
    return tuple(sides) if len(sides) == 2 else ()


def joint_sides(cast: Cast, sides: tuple[Key, ...]) -> tuple[Key, ...]:
    """One of the two sides and the three states or more that face it together in the lead; () where none do.

    "A, B and C told D that they would wait": the two sides are D, and the others.
    """
    first = next((r.sentence.segment_number for r in cast.readings if r.sentence.segment.kind == "paragraph"), -1)
    lead = [reading for reading in cast.readings if reading.sentence.segment_number == first]
    named = {mention.entry.key for reading in lead for mention in reading.mentions}
    for reading in lead:
        for listed in _lists_of_states(cast, reading):
            states = tuple(dict.fromkeys(mention.entry.key for mention in listed))
            faced = next((side for side in sides if side not in states and side in named), None)
            if len(states) > 2 and faced is not None and any(_acts(t, listed) for t in reading.sentence.span):
                return tuple(cast.unprinted(key) for key in (faced, *states))
    return ()


def _lists_of_states(cast: Cast, reading: Reading) -> Iterator[list[Mention]]:
    """The states that are named one after another: "A, B and C"."""
    listed: list[Mention] = []
    for mention in reading.mentions:
        joined = bool(listed) and _LISTS.fullmatch(cast.article.text, listed[-1].end, mention.start)
        if listed and not joined:
            yield listed
        listed = [*(listed if joined else ()), mention] if mention.entry.kind == "state" else []
    yield listed


def _acts(token: Token, listed: Iterable[Mention]) -> bool:
    """True for the word of one of the listed states that does something, or from which people come."""
    sent = token.dep_ == "pobj" and token.head.lower_ in ("from", "by")
    named = any(mention.start <= start_of(token) < mention.end for mention in listed)
    return named and (sent or token.dep_ in ("nsubj", "nsubjpass"))


def _facing(cast: Cast, sides: list[Key], votes: Counter[Key]) -> list[Key]:
    """A movement and the state that it faces, where a third state is named oftener, which hosts or mediates."""
    if len(sides) == 1:  # the movement is named often, its state once
        faced = Key(f"state/{_faced_by(cast.gazetteer.entry(sides[0]))}")
        return [*sides, faced] if votes[faced] > 0 else sides
    for movement, other in (sides, sides[::-1]) if len(sides) == 2 else ():
        faced = Key(f"state/{_faced_by(cast.gazetteer.entry(movement))}")
        if other.startswith("state/") and votes[faced] > 0 and faced != other and not are_named_together(cast, sides):
            return [movement, faced]
    return sides


def face(cast: Cast, sides: tuple[Key, ...]) -> bool:
    """True for a movement and the state that it faces."""
    return any(f"state/{_faced_by(cast.gazetteer.entry(key))}" in sides for key in sides)


def stand_out(cast: Cast, sides: tuple[Key, ...]) -> bool:
    """True for a movement and the state that it faces, and where no third side is named half as often as either."""
    if face(cast, sides):
        return True
    votes = _tally(cast)
    third = max((count for key, count in votes.items() if key not in sides), default=0)
    return bool(sides) and min(votes[key] for key in sides) >= 2 * third


def are_alone(cast: Cast, sides: Iterable[Key]) -> bool:
    """True when the article is about these two sides and no third one acts in it."""
    both = set(sides)
    counts: Counter[Key] = Counter()
    for reading in cast.readings:
        for mention in reading.mentions:
            if mention.form != "capital" and (mention.entry.kind == "state" or mention.entry.party):
                counts[mention.entry.key] += 1
        acting = (t for t in reading.sentence.span if t.dep_ in ("nsubj", "nsubjpass"))
        subjects = (cast.mention_at(start_of(t), end_of(t)) for t in acting)
        if any(m and m.entry.kind == "state" and m.form != "capital" and m.entry.key not in both for m in subjects):
            return False
    others = sum(count for key, count in counts.items() if key not in both)
    return len(both) == 2 and others <= 0.25 * min(counts[key] for key in both)


def are_named_together(cast: Cast, sides: Iterable[Key]) -> bool:
    """True when the article has "between A and B" or "A-B" for these sides."""
    named = {key for reading in cast.readings for key, count in _votes(cast, reading) if count > _ONE}
    return set(sides) <= named


def serves_there(cast: Cast, person: Key, others: Iterable[Key]) -> bool:
    """True for a minister, general or mayor whose state nothing tells and who meets a leader: perhaps his own."""
    held = cast.posts_held(person)
    home = wordset("offices", "at_home") | wordset("offices", "occupations") | wordset("offices", "private")
    unknown = person.startswith("person/") and cast.party_of(person) == person
    leads = (cast.posts_held(other) & wordset("offices", "leaders") for other in others if other != person)
    return unknown and bool(held) and held <= home and any(leads)


def is_bystander(cast: Cast, sides: Iterable[Key], key: Key, *, unions: bool = False) -> bool:
    """True for a body such as the United Nations that is none of the two sides; ``unions`` adds such as the EU."""
    entry = cast.gazetteer.entry(key)
    if entry is None or key in sides or entry.category not in _BYSTANDERS:
        return False
    return unions or not entry.party


def own_government(cast: Cast, sides: Iterable[Key]) -> Key | None:
    """Whose government "the government" is, where a state negotiates with a movement or a union.

    None where the text names the state that the movement is in too, whose government may be meant.
    """
    both = tuple(sides)
    states = [key for key in both if key.startswith("state/")]
    at_home = any(_is_at_home(cast, cast.gazetteer.entry(key)) for key in both)
    return states[0] if len(both) == 2 and len(states) == 1 and not at_home else None


def home_state(cast: Cast, sides: Iterable[Key]) -> Key | None:
    """The state whose "the government" and "the finance ministry" are: the only one that negotiates, or acts at all.

    None where two states negotiate, or none is named twice as often as every other.
    """
    both = tuple(sides)
    if both:
        return own_government(cast, both)
    votes = _tally(cast)
    states = [key for key, count in votes.most_common() if key.startswith("state/") and count > _ONE]
    alone = states and votes[states[0]] > 2 * _ONE and all(votes[states[0]] >= 2 * votes[key] for key in states[1:])
    return states[0] if alone else None


def _is_at_home(cast: Cast, movement: Entry | None) -> bool:
    """True where a text names the state that a movement is in, and it faces another."""
    if movement is None or not movement.faces:
        return False
    mentions = (m for reading in cast.readings for m in reading.mentions if m.form != "demonym")
    return any(m.entry.kind == "state" and m.entry.code == movement.state for m in mentions)


def _faced_by(movement: Entry | None) -> str:
    """The code of the state that a movement has to do with; empty for states, unions and the like."""
    if movement is None or movement.kind != "organization" or not movement.party:
        return ""
    if movement.key in wordset("actors", "armies_of_states"):
        return ""
    return movement.faces or movement.state


def _tally(cast: Cast) -> Counter[Key]:
    votes: Counter[Key] = Counter()
    for reading in cast.readings:
        for key, count in _votes(cast, reading):
            votes[key] += count
    movement = next((key for key, _ in votes.most_common() if _faced_by(cast.gazetteer.entry(key))), None)
    if movement is not None:
        votes.update(_described(cast, movement))
    return votes


def _described(cast: Cast, movement: Key) -> Counter[Key]:
    """Votes for a movement and the state that it faces, wherever the text has "the rebels", "the government"."""
    state = cast.state(_faced_by(cast.gazetteer.entry(movement)))
    movements = wordset("actors", "descriptions", "movements") | {"group"}
    governments = wordset("actors", "descriptions", "own_government")
    votes: Counter[Key] = Counter()
    for reading in cast.readings:
        for token in reading.sentence.span:
            lemma = token.lemma_.lower()
            if lemma not in movements and lemma not in governments:
                continue
            of_others = any(cast.mention_at(start_of(c), end_of(c)) for c in own_words(token))
            whole = token.head if token.dep_ in ("nmod", "compound") else token  # "the government team"
            if not of_others and any(c.lower_ == "the" for c in (*token.children, *whole.children)):
                votes[movement if lemma in movements else state] += _ONE
    return votes


def _votes(cast: Cast, reading: Reading) -> Iterator[tuple[Key, int]]:
    text = cast.article.text
    starts = {m.start for m in reading.mentions}
    for mention in reading.mentions:
        if mention.entry.kind == "outlet" or mention.form == "capital" or _DESCRIBES.match(text, mention.end):
            continue
        if is_of_company(cast, reading, mention):
            yield mention.entry.key, _MEDIATOR
            continue
        side = cast.gazetteer.whole(mention.entry)
        bystander = side.category in _BYSTANDERS and not side.party
        headline = 2 if reading.sentence.segment.kind == "headline" else 1
        yield side.key, headline * (1 if bystander else _ONE)
        if text[mention.end : mention.end + 1] in ("-", "–") and mention.end + 1 in starts:
            yield mention.entry.key, 3 * _ONE
        if _MEDIATES.match(text, mention.end) or _BY.search(text, max(0, mention.start - 100), mention.start):
            yield mention.entry.key, _MEDIATOR
    for token in reading.sentence.span:
        if token.dep_ in ("nsubj", "nsubjpass", "poss"):  # a capital that acts is its state
            named = cast.mention_at(start_of(token), end_of(token))
            if named is not None and named.form == "capital":
                yield named.entry.key, _ONE
        if len(joint := _do_together(cast, token)) == 2:
            yield from ((key, 5 * _ONE) for key in joint)
        if token.lower_ == "between" and token.head.lemma_.lower() in wordset("actors", "between"):
            for noun in (one for held in children(token, "pobj") for one in conjuncts(held)):
                if named := _named_in(cast, noun):
                    yield named.entry.key, 5 * _ONE
        for mention in (*_put_to_both(cast, token), *_asks_two(cast, token)):
            yield mention.entry.key, _MEDIATOR


def _do_together(cast: Cast, verb: Token) -> set[Key]:
    """The A and B of "A's government and the B movement signed an accord"."""
    if verb.dep_ != "ROOT" or verb.lemma_ not in ("sign", "initial", "exchange", "swap", "trade", "negotiate"):
        return set()
    subject = next((noun for noun in children(verb, "nsubj") if noun.i < verb.i), None)
    named = [_named_in(cast, noun) for noun in conjuncts(subject)] if subject is not None else []
    return {one.entry.key for one in named if one is not None} if len(named) == 2 else set()


def _put_to_both(cast: Cast, sides: Token) -> Iterator[Mention]:
    """Whose proposal both sides answer, which makes nobody one of them: "promised to consider the X plan"."""
    if sides.dep_ != "nsubj" or not _is_both(sides):
        return
    puts = (entry["nouns"] for entry in lexicon("acts")["taken_up"] if "propose" in entry["means"])
    nouns = frozenset(noun for group in puts for noun in group)
    for noun in (t for t in sides.head.subtree if t.i > sides.i and t.lemma_.lower() in nouns):
        owners = (cast.mention_at(start_of(c), end_of(c)) for c in children(noun, "amod", "compound", "nmod", "poss"))
        yield from (owner for owner in owners if owner is not None)


def _asks_two(cast: Cast, verb: Token) -> Iterator[Mention]:
    """Who asks both sides, or proposes what each of two others is to do: "A will propose that B ... and that C ..."."""
    asked = verb.pos_ == "VERB" and any(_is_both(noun) for noun in children(verb, "dobj", "nsubj") if noun.i > verb.i)
    clauses = [clause for one in children(verb, "ccomp") for clause in conjuncts(one)]
    doers = (_named_in(cast, noun) for clause in clauses for noun in children(clause, "nsubj", "nsubjpass"))
    others = {named.entry.key for named in doers if named is not None}
    if asked or len(others) > 1:
        subjects = [named for noun in children(verb, "nsubj") if noun.i < verb.i and (named := _named_in(cast, noun))]
        yield from (named for named in subjects if named.entry.key not in others)


def _is_both(noun: Token) -> bool:
    """True for "both sides", "the two countries"."""
    alone = noun.lemma_.lower() in wordset("actors", "pairs_alone")
    return alone and bool({c.lower_ for c in noun.children} & wordset("actors", "both"))


def _named_in(cast: Cast, noun: Token) -> Mention | None:
    """Whom a noun names, or else the words around it: "the government of A"."""
    words = (noun, *(word for word in own_words(noun) if word.i != noun.i))
    return next((m for word in words if (m := cast.mention_at(start_of(word), end_of(word)))), None)
