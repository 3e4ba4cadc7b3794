"""What speaks for somebody to be one of the two sides of an article: how often, and in which words they are named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
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
from .one_side import is_of_company

_MEDIATES: Final = re.compile(
    r"(?:[’']s?)?(?: and [\w-]+| lead| chief)?(?: ha[sd]| will)?(?: been)? "
    r"(?:mediat|facilitat|host(?:s|ed)\b|broker|good offices)|-(?:mediated|brokered|facilitated|hosted)\b",
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
_WHERE: Final = re.compile(r"\b(?:talks|negotiations|discussions|round|session|meetings?) in (?:the )?$", re.IGNORECASE)
"""What stands before a name that only tells where they talk: "talks in Oman"."""
_PLACE: Final = re.compile(r" (\w+)\b")
"""The word behind a name: of "the A port" nobody does anything."""
_DESCRIBES: Final = re.compile(r"-[a-z]")
"""What stands after a name in a word for something else: "French-speaking", "US-made"."""
BYSTANDERS: Final = frozenset({"international-organization", "agency", "non-governmental"})
"""Kinds of organisations that seldom are a side, though articles name them often."""
_TOGETHER: Final = frozenset({"sign", "initial", "exchange", "swap", "trade", "negotiate"})
ONE: Final = 6
"""Votes of a plain mention."""
_MEDIATOR: Final = -4 * ONE
"""Votes of words by which somebody stands between the two."""


def faced_by(movement: Entry | None) -> str:
    """Return the code of the state that a movement has to do with; empty for states, unions and the like."""
    if movement is None or movement.kind != "organization" or not movement.party:
        return ""
    if movement.key in wordset("actors", "armies_of_states"):
        return ""
    return movement.faces or movement.state


def tally(cast: Cast) -> Counter[Key]:
    """Return how much speaks for each state and body that it is one of the two sides."""
    votes: Counter[Key] = Counter()
    for key, count in votes_of(cast):
        votes[key] += count
    movement = next((key for key, _ in votes.most_common() if faced_by(cast.gazetteer.entry(key))), None)
    if movement is not None:
        votes.update(_described(cast, movement))
    return votes


def _described(cast: Cast, movement: Key) -> Counter[Key]:
    """Votes for a movement and the state that it faces, wherever the text has "the rebels", "the government"."""
    state = cast.state(faced_by(cast.gazetteer.entry(movement)))
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
                votes[movement if lemma in movements else state] += ONE
    return votes


@lru_cache(maxsize=1)
def votes_of(cast: Cast) -> tuple[tuple[Key, int], ...]:
    """The votes of all sentences, in order, kept for the article that is being read."""
    named = Counter(m.entry.key for reading in cast.readings for m in reading.mentions)
    led = Counter(cast.leaders[person] for _, _, person in cast.names.following(0) if person in cast.leaders)
    left_to_leaders = {side for side, count in led.items() if count > named[side]}
    return tuple(vote for reading in cast.readings for vote in _votes_in(cast, reading, left_to_leaders))


def _votes_in(cast: Cast, reading: Reading, left_to_leaders: Collection[Key]) -> Iterator[tuple[Key, int]]:
    """The votes of a sentence; its leaders are those of a side that the article names less often than them."""
    text = cast.article.text
    starts = {m.start for m in reading.mentions}
    for mention in reading.mentions:
        if _MEDIATES.match(text, mention.end) or _BY.search(text, max(0, mention.start - 100), mention.start):
            yield mention.entry.key, _MEDIATOR
        if mention.entry.kind == "outlet" or mention.form == "capital" or _DESCRIBES.match(text, mention.end):
            continue
        if is_of_company(cast, reading, mention):
            yield mention.entry.key, _MEDIATOR
            continue
        if text.endswith(("former ", "Former "), 0, mention.start) and mention.entry.kind == "organization":
            continue  # "an alliance of former A fronts"
        behind = _PLACE.match(text, mention.end)
        place = behind is not None and mention.form == "demonym" and behind[1] in wordset("events", "towns")
        if place or _WHERE.search(text, max(0, mention.start - 30), mention.start):
            continue
        side = cast.gazetteer.whole(mention.entry)
        bystander = side.category in BYSTANDERS and not side.party
        headline = 2 if reading.sentence.segment.kind == "headline" else 1
        votes = headline * (1 if bystander else ONE)
        yield (side.key, votes) if not _speaks_for_its_state(side) else (Key(f"state/{side.state}"), votes)
        if text[mention.end : mention.end + 1] in ("-", "–") and mention.end + 1 in starts:
            yield mention.entry.key, 3 * ONE
    people = takewhile(lambda name: name[0] < reading.sentence.end, cast.names.following(reading.sentence.start))
    led = (cast.leaders[person] for _, _, person in people if person in cast.leaders)
    yield from ((side, ONE) for side in led if side in left_to_leaders)
    yield from ((key, 5 * ONE) for key in _lead_a_headline(cast, reading))
    lead = reading.sentence.segment_number == cast.lead
    for token in reading.sentence.span:
        if token.dep_ in ("nsubj", "nsubjpass", "poss"):  # a capital that acts is its state
            named = cast.mention_at(start_of(token), end_of(token))
            if named is not None and named.form == "capital":
                yield named.entry.key, ONE
        if token.children and len(joint := _do_together(cast, token, lead=lead)) == 2:
            yield from ((key, 5 * ONE) for key in joint)
        if token.lower_ == "between" and token.head.lemma_.lower() in wordset("actors", "between"):
            for noun in (one for held in children(token, "pobj") for one in conjuncts(held)):
                if named := _named_in(cast, noun):
                    yield named.entry.key, 5 * ONE
        for mention in (*_put_to_both(cast, token), *_asks_two(cast, token)) if token.children else ():
            yield mention.entry.key, _MEDIATOR
        yield from ((named.entry.key, 5 * ONE) for named in _sends(cast, token))


def _speaks_for_its_state(body: Entry) -> bool:
    """True for a ministry, a department, a foreign office; not for a parliament or an army."""
    words = {*body.label.lower().split()}
    office = body.category == "ministry-like" and bool(body.state) and not body.party
    return office and bool(words & wordset("actors", "state_offices"))


def _lead_a_headline(cast: Cast, reading: Reading) -> Sequence[Key]:
    """The A and B of a headline "A, B exchange prisoners", "A and B talks stall"."""
    first = reading.mentions[:2]
    if reading.sentence.segment.kind != "headline" or len(first) < 2 or first[0].start != reading.sentence.start:
        return ()
    behind = next((t for t in reading.sentence.span if start_of(t) >= first[1].end), None)
    acts = behind is not None and behind.lemma_.lower() in wordset("actors", "joint_headlines")
    joined = cast.article.text[first[0].end : first[1].start] in (", ", " and ")
    return [m.entry.key for m in first] if acts and joined else ()


def _do_together(cast: Cast, verb: Token, *, lead: bool) -> set[Key]:
    """The A and B of "A's government and the B movement signed an accord", in the ``lead`` "agreed on"."""
    if verb.dep_ != "ROOT" or not (verb.lemma_ in _TOGETHER or (lead and verb.lemma_ in wordset("events", "agreeing"))):
        return set()
    subject = next((noun for noun in children(verb, "nsubj") if noun.i < verb.i), None)
    named = [_named_in(cast, noun) for noun in conjuncts(subject)] if subject is not None else []
    return {one.entry.key for one in named if one is not None} if len(named) == 2 else set()


def _sends(cast: Cast, noun: Token) -> Iterator[Mention]:
    """Who sits at a table: the A of "the A side", the A and B of "A's delegation in three rounds with B"."""
    if noun.lemma_.lower() not in ("side", "delegation") or (noun.lemma_ == "side" and _is_where(noun)):
        return
    owner = _named_in(cast, noun)
    if owner is not None and owner.start > start_of(noun) and noun.lemma_ == "side":
        owner = None  # "the two sides announced in a capital"
    words = wordset("topics", "talks") | {"round"}
    meetings = (talks for talks in noun.sent if talks.lemma_.lower() in words)
    held = (
        one
        for talks in meetings
        for prep in children(talks, "prep")
        if prep.lower_ == "with"
        for one in children(prep, "pobj")
    )
    others = [named for one in held if (named := _named_in(cast, one))]
    if owner is not None and (others or noun.lemma_.lower() == "side"):
        yield from (owner, *others)


def _is_where(side: Token) -> bool:
    """True for "on the A side of the border", which is a place."""
    of = (noun for p in children(side, "prep") if p.lower_ == "of" for noun in children(p, "pobj"))
    return any(noun.lemma_.lower() in wordset("actors", "bounds") for noun in of)


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
    behind = (noun for noun in children(verb, "dobj", "nsubj") if noun.i > verb.i)
    asked = verb.pos_ == "VERB" and any(_is_both(noun) and not children(noun, "acl") for noun in behind)
    clauses = [clause for one in children(verb, "ccomp") for clause in conjuncts(one)]
    if not (asked or clauses):
        return
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
