"""Who is who in several sources: full names with a side or a post that agree; a surname alone only where one fits."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product
from typing import Final

from .callings import is_of_one
from .closeness import apart_by_days, same_sides_act, shared_talks
from .crowds import Crowd, crowds
from .full_names import asked_in_two_languages, can_be_one, full_names, is_either, names_alike
from .listed_persons import fit, listed_likeness, why_not
from .matches import JOINED, Groups, Likeness, Match, grouped, match, pairwise_clash
from .person_names import in_two_languages
from .posts_held import (
    POST,
    WORD,
    callings_apart,
    of_a_side_there,
    posts,
    shared_post,
    title_of_a_side,
)
from .spelling import alike, name_tokens, sound
from .tellings import Telling

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
    tellings = [one for one in tellings if not is_either(one)]
    full = crowds((one for one in tellings if full_names(one)), _said)
    told = [one.told for one in full]
    pairs = [
        (one, other, found) for one, other in _worth_comparing(told) if (found := _compared(full[one], full[other]))
    ]

    def at_odds(one: int, other: int) -> str:
        apart = "one source tells them apart" if full[one].shares_source(full[other]) else ""
        return apart or why_not(told[one], told[other]) or _at_odds(told[one], told[other])

    matches = grouped([one.node for one in told], pairs, pairwise_clash(at_odds))
    bare = [one for one in tellings if not full_names(one) and not one.dataset]
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
        title, weight = shared_post(one.told, other.told)
        return listed_likeness(one.told, other.told, title if weight == POST else "", same_source=same_source)
    return None if same_source else _likeness(one.told, other.told)


def _said(told: Telling) -> Hashable | None:
    """What makes a person's tellings one; a name alone does not."""
    return (frozenset(told.names), told.side, told.posts) if told.side and not told.dataset else None


def _likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return how like two full names are: a name alone never makes two one."""
    names = [(a, b) for a in full_names(one) for b in full_names(other)]
    fitting = [(a, b) for a, b in names if can_be_one(a, b)]
    if not fitting:
        return asked_in_two_languages(names)
    if all(in_two_languages(a[0], b[0]) for a, b in fitting):
        return asked_in_two_languages(fitting)
    score, how = max(names_alike(a, b) for a, b in fitting)
    because = [how]
    if one.side and one.side == other.side:
        score += 0.25
        because.append("same side")
    title, weight = shared_post(one, other)
    if title:
        score += weight
        because.append(f"both {title}")
    elif title := title_of_a_side(one, other):
        score += WORD
        because.append(f"both {title}, whose side acts in both sources")
    elif callings_apart(one, other):
        score -= 0.05
        because.append(f"but one is {one.posts[0][0]}, the other {other.posts[0][0]}")
    if shared_talks(one, other):
        sure = len(one.talks) == len(other.talks) == 1 or of_a_side_there(one, other)
        score += 0.2 if sure else 0.1
        because.append("in the same talks" if sure else "in sources on the same talks and on others")
    elif (
        same_sides_act(one, other) and apart_by_days(one, other) <= _AT_ONCE and (title or not _both_posted(one, other))
    ):
        score += 0.2
        because.append("where the same sides act")
    if _say_the_same(one, other):
        score += _SAID
        because.append("one sentence of both")
    if apart_by_days(one, other) > 5 * _YEAR:
        score -= 0.1
    return Likeness(min(score, 0.99), tuple(because))


def _at_odds(one: Telling, other: Telling) -> str:
    """Return why two cannot be one: their sides, given names, or posts that one person does not hold at one time."""
    if one.side and other.side and one.side != other.side and not shared_post(one, other)[0]:
        return "they are on different sides"
    given = [(a, b) for a in full_names(one) for b in full_names(other)]
    if given and not any(can_be_one(a, b) for a, b in given) and not fit(one, other):
        return "their names differ"
    if one.dataset or other.dataset:  # posts that datasets list were held at any time
        return ""
    if apart_by_days(one, other) <= _AT_ONCE:
        return _posts_at_odds(one, other)
    return ""


def _both_posted(one: Telling, other: Telling) -> bool:
    return all(told.posts or told.once for told in (one, other))


def _posts_at_odds(one: Telling, other: Telling) -> str:
    if callings_apart(one, other):
        titles = [told.posts[0][0] for told in (one, other)]
        return f"one is {titles[0]}, the other {titles[1]}"
    return ""


def _say_the_same(one: Telling, other: Telling) -> bool:
    """True when both are told to say one sentence in the same words, as where outlets print one agency's text."""
    return not set(one.words).isdisjoint(other.words)


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
        for title, body in posts(replace(told, once=())):
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
    names = [(a, b) for one in cluster for name in told.names for a in [name_tokens(name)] for b in full_names(one)]
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
    held = ((*shared_post(told, one), one.side) for one in near)
    title, weight, side = max(held, key=lambda post: (post[1], post[2] in told.around))
    if title:
        because.append(f"both {title}")
        score += 0.3
        if weight == POST and not told.side and side in told.around:
            because.append("whose side acts in both sources")
            score += 0.15
    return Likeness(min(round(score, 2), 0.99), tuple(because))
