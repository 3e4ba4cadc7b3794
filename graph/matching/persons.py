"""Who is who in several sources: full names with a side or a post that agree; a surname alone only where one fits."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Final

from .callings import are_of_two, is_of_one
from .closeness import apart_by_days, shared_talks, talks_of
from .crowds import Crowd, crowds
from .listed_persons import fit, listed_likeness, why_not
from .matches import ASKED, JOINED, Groups, Likeness, Match, grouped, match, pairwise_clash
from .person_names import in_two_languages
from .spelling import alike, name_tokens, same_name, sound
from .tellings import Telling

_POST, _WORD = 0.35, 0.2
"""What a post weighs that both hold, and a title of one word."""
_BARE: Final = frozenset(
    ("minister", "president", "head", "leader", "chief", "official", "member", "chairman", "deputy")
)
"""Titles that say too little alone."""
_CROWDED: Final = 200
"""So many of one surname that nobody will be asked about each two of a long list."""
_WITH_POST: Final = 0.8
"""A surname fits somebody this well only with the same post, or a sentence that both say."""
_SAID: Final = 0.45
"""What it weighs to be told to say one sentence in the same words."""
_YEAR: Final = 366
_AT_ONCE: Final = 45
"""Within so many days two posts are held at one time."""


def match_persons(tellings: Sequence[Telling]) -> list[Match]:
    """Return who is one among those of one surname."""
    full = crowds((one for one in tellings if _full_names(one)), _said)
    told = [one.told for one in full]
    pairs = [
        (one, other, found) for one, other in _worth_comparing(told) if (found := _compared(full[one], full[other]))
    ]

    def at_odds(one: int, other: int) -> str:
        apart = "one source tells them apart" if full[one].shares_source(full[other]) else ""
        return apart or why_not(told[one], told[other]) or _at_odds(told[one], told[other])

    matches = grouped([one.node for one in told], pairs, pairwise_clash(at_odds))
    bare = [one for one in tellings if not _full_names(one) and not one.dataset]
    alike = (match for one in full for match in one.matches("same full name", "same side or post"))
    clusters = _clusters([one for one in full if not one.told.dataset], matches)
    return [*matches, *alike, *_heads(bare, clusters), *_bare(bare, clusters)]


def _worth_comparing(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two; where there are very many, of one source only those who were born on one day."""
    if len(told) <= _CROWDED:
        yield from combinations(range(len(told)), 2)
        return
    of_source: dict[str, list[int]] = {}
    born: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(told):
        of_source.setdefault(one.source, []).append(place)
        if one.born:
            born.setdefault((one.source, one.born), []).append(place)
    for some, others in combinations(of_source.values(), 2):
        yield from product(some, others)
    for together in born.values():
        yield from combinations(together, 2)


def _compared(one: Crowd, other: Crowd) -> Likeness | None:
    """Return how like two are; by other rules where a dataset lists one of them."""
    same_source = one.shares_source(other)
    if one.told.dataset or other.told.dataset:
        title, weight = _shared_post(one.told, other.told)
        return listed_likeness(one.told, other.told, title if weight == _POST else "", same_source=same_source)
    return None if same_source else _likeness(one.told, other.told)


def _said(told: Telling) -> Hashable | None:
    """What makes a person's tellings one; a name alone does not."""
    return (frozenset(told.names), told.side, told.posts) if told.side and not told.dataset else None


def _full_names(told: Telling) -> list[tuple[str, ...]]:
    """Its names with a first name: "A. Berg" is hardly more than a surname."""
    return [tokens for name in told.names if len(tokens := name_tokens(name)) > 1 and len(tokens[0]) > 1]


def _likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return how like two full names are: a name alone never makes two one."""
    names = [(a, b) for a in _full_names(one) for b in _full_names(other)]
    fitting = [(a, b) for a, b in names if same_name(a, b)]
    if not fitting:
        return _in_two_languages(names)
    if all(in_two_languages(a[0], b[0]) for a, b in fitting):
        return _in_two_languages(fitting)
    exact = any(a == b for a, b in names)
    because = ["same full name" if exact else "full names are spelt alike"]
    score = 0.5 if exact else 0.45
    if one.side and one.side == other.side:
        score += 0.25
        because.append("same side")
    title, weight = _shared_post(one, other)
    if title:
        score += weight
        because.append(f"both {title}")
    elif title := _title_of_a_side(one, other):
        score += _WORD
        because.append(f"both {title}, whose side acts in both sources")
    elif _callings_apart(one, other):
        score -= 0.05
        because.append(f"but one is {one.posts[0][0]}, the other {other.posts[0][0]}")
    if shared_talks(one, other):
        sure = len(one.talks) == len(other.talks) == 1 or _of_a_side_there(one, other)
        score += 0.2 if sure else 0.1
        because.append("in the same talks" if sure else "in sources on the same talks and on others")
    if _say_the_same(one, other):
        score += _SAID
        because.append("one sentence of both")
    if apart_by_days(one, other) > 5 * _YEAR:
        score -= 0.1
    return Likeness(min(score, 0.99), tuple(because))


def _in_two_languages(names: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Likeness | None:
    """Return that people are to be asked about one surname with one given name in two languages."""
    found = any(alike(a[-1], b[-1]) and in_two_languages(a[0], b[0]) for a, b in names)
    return Likeness(ASKED, ("same surname", "one given name in two languages")) if found else None


def _at_odds(one: Telling, other: Telling) -> str:
    """Return why two cannot be one: their sides, given names, or posts that one person does not hold at one time."""
    if one.side and other.side and one.side != other.side and not _shared_post(one, other)[0]:
        return "they are on different sides"
    given = [(a, b) for a in _full_names(one) for b in _full_names(other)]
    if given and not any(same_name(a, b) for a, b in given) and not fit(one, other):
        return "their names differ"
    if one.dataset or other.dataset:  # posts that datasets list were held at any time
        return ""
    if apart_by_days(one, other) <= _AT_ONCE:
        return _posts_at_odds(one, other)
    return ""


def _posts_at_odds(one: Telling, other: Telling) -> str:
    if _callings_apart(one, other) and not _shared_post(one, other)[0]:
        titles = [told.posts[0][0] for told in (one, other)]
        return f"one is {titles[0]}, the other {titles[1]}"
    return ""


def _callings_apart(one: Telling, other: Telling) -> bool:
    """True when both have posts, and posts that nobody has at one time."""
    first, second = ({title for title, _ in _posts(told)} for told in (one, other))
    return bool(one.posts and other.posts) and are_of_two(first, second)


def _shared_post(one: Telling, other: Telling) -> tuple[str, float]:
    """Return a title that both hold, if one with more words, and what that weighs; a bare "minister" is none."""
    found = ("", 0.0)
    for first, body in _posts(one):
        for second, other_body in _posts(other):
            alike = first == second or _within(first, second) or _within(second, first)
            if not alike or _apart(body, other_body):
                continue
            title = min(first, second, key=len)
            whole = (
                len(title.split()) > 1 or body == other_body != "" or _of_talks(title, (body, one), (other_body, other))
            )
            if whole or title not in _BARE:
                found = max(found, (title, _POST if whole else _WORD), key=lambda pair: pair[1])
    return found


def _of_talks(title: str, *held: tuple[str, Telling]) -> bool:
    """True for the head of a state, told without it in a source on talks of that state."""
    bodies = {body for body, _ in held}
    bare = next((told for body, told in held if not body), None)
    return bare is not None and is_of_one(title) and any(bodies & set(parties) for parties in bare.talks)


def _posts(told: Telling) -> Iterator[tuple[str, str]]:
    """Yield all posts told; a post of which a state has one is of the own side, where no state is told."""
    yield from ((title, body or (told.side if is_of_one(title) else "")) for title, body in (*told.posts, *told.once))


def _title_of_a_side(one: Telling, other: Telling) -> str:
    """Return a title that both have, where only one is told to be of a side, which acts in the other's source."""
    known, bare = (one, other) if one.side else (other, one)
    titles = {title for title, _ in one.posts} & {title for title, _ in other.posts}
    return min(titles, default="") if known.side in bare.around and not bare.side else ""


def _of_a_side_there(one: Telling, other: Telling) -> bool:
    """True when one is of a side in talks that both sources tell of, and the other is told to be of no other body."""
    known, bare = (one, other) if one.side else (other, one)
    between = {side for pair in talks_of(one) & talks_of(other) for side in pair.split("|")}
    elsewhere = {body for _, body in bare.posts} - {"", known.side}
    return known.side in between and not (bare.side or elsewhere) and not _callings_apart(one, other)


def _say_the_same(one: Telling, other: Telling) -> bool:
    """True when both are told to say one sentence in the same words, as where outlets print one agency's text."""
    return not set(one.words).isdisjoint(other.words)


def _apart(body: str, other: str) -> bool:
    """True for the bodies of two states."""
    return body != other and body.startswith("state/") and other.startswith("state/")


def _within(short: str, long: str) -> bool:
    return (
        len(short.split()) > 1 and f" {short} " in f" {long} " and not long.startswith(("deputy ", "former ", "vice "))
    )


def _clusters(full: Sequence[Crowd], found: Iterable[Match]) -> list[list[Crowd]]:
    number = {one.told.node: place for place, one in enumerate(full)}
    groups = Groups(len(full))
    for one in found:
        if one.same and {one.first, one.second} <= number.keys():
            groups.join(number[one.first], number[one.second])
    return [[full[place] for place in members] for members in groups.groups()]


def _heads(bare: Sequence[Telling], clusters: Sequence[Sequence[Crowd]]) -> Iterator[Match]:
    """Yield which surnames alone are one holder of a post of which a state has one: each with the next, where no two
    share the name."""
    told_as: dict[tuple[str, str, str], list[Telling]] = {}
    for told in bare:
        for title, body in _posts(replace(told, once=())):
            if told.day and is_of_one(title) and body == told.side != "":
                told_as.setdefault((sound(name_tokens(told.label)[-1]), body, title), []).append(told)
    for (_, _, title), same in told_as.items():
        known: set[int] = set()
        before = None
        for told in sorted(same, key=lambda one: (one.day, one)):
            fits = {place: _fits(told, [one.told for one in cluster]) for place, cluster in enumerate(clusters)}
            near = {place for place, found in fits.items() if found and found.score >= _WITH_POST}
            goes_on = before is not None and before.source != told.source and apart_by_days(before, told) <= _YEAR
            if before is not None and goes_on and len(known | near) < 2:
                yield match(before.node, told.node, Likeness(0.8, ("surname", "same side", f"both {title}")), same=True)
                known |= near
            else:
                known = near
            before = told


def _bare(bare: Sequence[Telling], clusters: Sequence[Sequence[Crowd]]) -> Iterator[Match]:
    """Yield where surnames alone belong: to the only one who fits, or to the one with the same post."""
    for told in bare:
        others = [
            [one.told for one in cluster]
            for cluster in clusters
            if not any(told.source in one.sources for one in cluster)
        ]
        fitting = [(cluster, found) for cluster in others if (found := _fits(told, cluster))]
        with_post = [(cluster, found) for cluster, found in fitting if found.score >= _WITH_POST]
        sure = with_post if len(with_post) == 1 else fitting if len(fitting) == 1 else []
        for cluster, found in sure or fitting:
            near = min(cluster, key=lambda one: (apart_by_days(told, one), one.node))
            joined = bool(sure) and found.score >= JOINED
            likeness = found if joined else Likeness(min(found.score, 0.6), found.because)
            yield match(told.node, near.node, likeness, same=joined)


def _fits(told: Telling, cluster: Sequence[Telling]) -> Likeness | None:
    names = [(a, b) for one in cluster for name in told.names for a in [name_tokens(name)] for b in _full_names(one)]
    if not any(alike(a[-1], b[-1]) and (len(a) == 1 or alike(a[0], b[0])) for a, b in names if a):
        return None
    near = [one for one in cluster if apart_by_days(told, one) <= _YEAR]
    if not near:
        return None
    if any(told.side and one.side and told.side != one.side for one in near) or any(
        _posts_at_odds(told, one) for one in near
    ):
        return None
    because, score = ["surname"], 0.35
    if any(told.side and told.side == one.side for one in near):
        because.append("same side")
        score += 0.15
    if any(shared_talks(told, one) for one in near):
        because.append("in the same talks")
        score += 0.2
    if any(_say_the_same(told, one) for one in near):
        because.append("one sentence of both")
        score += _SAID
    posts = ((*_shared_post(told, one), one.side) for one in near)
    title, weight, side = max(posts, key=lambda post: (post[1], post[2] in told.around))
    if title:
        because.append(f"both {title}")
        score += 0.3
        if weight == _POST and not told.side and side in told.around:
            because.append("whose side acts in both sources")
            score += 0.15
    return Likeness(min(round(score, 2), 0.99), tuple(because))
