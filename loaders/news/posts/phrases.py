"""Where titles stand beside a name: before it, after it, in brackets, after "is", in "who ran the X"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....graph.records import Span, Tenure
from ..language.words import Word
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..names.persons import NameMention
from ..names.readings import Reading
from ..names.title_grammar import Title

_CLOSES = (",", ".", ";", ":", "–", "—", ")", "and", "”", '"')
_OPENS = (",", ";", ":", "–", "—", "“", '"', "and", "but")
TEAM = re.compile(r"\b(?:delegations?|negotiating team|negotiators|teams?|sides?)\b", re.IGNORECASE)
_PAST = re.compile(r"(?:1[89]|20)\d\d")
Found = tuple[Title, str, Span]


def titles_of(reading: Reading, mention: NameMention) -> Iterator[Found]:
    """Every title that stands beside a name, with the rule that found it and its words.

    A title has nobody's name in it, but that of whose envoy it is: what else reads so runs from one person to the next.
    """
    for title, rule, span in _beside(reading, mention):
        names = (n for n in reading.names if n is not mention and not _owns(reading, n))
        if not any(title.start < n.end and n.start < title.end for n in names) and not _is_cut(reading, title):
            yield title, rule, span


def _is_cut(reading: Reading, title: Title) -> bool:
    """True for "the head" alone before "of": of what, is not read."""
    after = bisect_left(reading.titles.starts, title.end)
    alone = title.head in offices().leads and title.organization is None and title.mention is None
    return alone and title.name.lower() == title.head and [w.lower for w in reading.words[after : after + 1]] == ["of"]


def _owns(reading: Reading, name: NameMention) -> bool:
    return name.last < len(reading.words) and reading.words[name.last].possessive


def _beside(reading: Reading, mention: NameMention) -> Iterator[Found]:
    yield from _before(reading, mention)
    yield from clause(reading, mention.last, mention.start)
    words, i = reading.words, mention.last
    if i >= len(words):
        return
    if words[i].text == "(":
        yield from _in_brackets(reading, mention)
    elif words[i].lower in wordset("offices", "links", "copulas"):
        yield from _after_copula(reading, mention)
    else:
        yield from _after_comma(reading, mention)


def _before(reading: Reading, mention: NameMention) -> Iterator[Found]:
    title = reading.titles.before(mention.first)
    if title is None:
        if shared := _shared_plural(reading, mention):
            yield shared, "plural-title", Span(shared.start, mention.end)
        else:
            yield from _before_copula(reading, mention)
        return
    title = _as_deputy(reading, title)
    before = reading.words[mention.first - 1]
    if before.text == "," and _is_of_adjunct(reading, mention):
        return
    if _is_of_clause(reading, mention, title):
        return
    touches = before.text != "," and title.end == before.end
    if touches and title.head in offices().only_after and title.organization is None:
        return
    yield title, "title-before-name", Span(title.start, mention.end)
    after = reading.words[mention.last].lower if mention.last < len(reading.words) else ""
    ranked = reading.titles.rank(mention.first)
    if ranked is not None and ranked.head != title.head and ranked.start >= title.end:
        yield ranked, "rank", Span(ranked.start, mention.end)
    outer = reading.titles.apposed(title) if after != "and" else None
    if outer is not None:
        yield outer, "title-before-title", Span(outer.start, mention.end)


def _as_deputy(reading: Reading, title: Title) -> Title:
    """The title with the "deputy" before its body: "deputy department head"."""
    first = bisect_left(reading.titles.starts, title.start)
    before = reading.words[first - 1] if first else None
    if before is None or title.determiner or before.lower not in ("deputy", "vice", "assistant"):
        return title
    return replace(title, start=before.start, name=f"{before.text} {title.name}")


def _is_of_clause(reading: Reading, mention: NameMention, title: Title) -> bool:
    """True for "the third president NAME has met": NAME begins a clause on somebody else's post."""
    words = reading.words
    first = next((n for n, word in enumerate(words) if word.start >= title.start), 0)
    counted = {*wordset("events", "ordinals"), *wordset("offices", "links", "singled")}
    after = words[mention.last].lower if mention.last < len(words) else ""
    return first > 0 and words[first - 1].lower in counted and after in wordset("offices", "links", "auxiliaries")


def _is_of_adjunct(reading: Reading, mention: NameMention) -> bool:
    """True in "At the request of the president, NAME left": the comma ends what stands before the clause of NAME."""
    words, comma = reading.words, mention.first - 1
    begin = next((n + 1 for n in range(comma - 1, -1, -1) if words[n].text in _OPENS), 0)
    after = words[mention.last].text if mention.last < len(words) else "."
    return words[begin].lower in wordset("offices", "links", "adjuncts") and after not in _CLOSES


def _before_copula(reading: Reading, mention: NameMention) -> Iterator[Found]:
    """ "The spokesman was NAME"."""
    first, words = mention.first, reading.words
    if first > 1 and words[first - 1].lower in ("is", "was"):
        title = reading.titles.before(first - 1)
        if title is not None and title.determiner == "the" and title.start == words[0].start and not title.plural:
            yield title, "copula", Span(title.start, mention.end)


def _shared_plural(reading: Reading, mention: NameMention) -> Title | None:
    """ "Presidents A and B", "foreign ministers A, B and C": the title of the first name is everybody's."""
    words = reading.words
    index = reading.names.index(mention)
    while index > 0:
        before = reading.names[index - 1]
        between = [w.text for w in words[before.last : reading.names[index].first]]
        if not between or any(t not in (",", "and", "&") for t in between):
            return None
        title = reading.titles.before(before.first)
        if title is not None:
            return title if title.plural else None
        index -= 1
    return None


def _in_brackets(reading: Reading, mention: NameMention) -> Iterator[Found]:
    found = reading.titles.at(mention.last + 1, len(reading.words))
    if found is None:
        return
    title, after = found
    if after < len(reading.words) and reading.words[after].text in (")", ",", ";"):
        yield title, "title-in-brackets", Span(mention.start, title.end)


def _after_copula(reading: Reading, mention: NameMention) -> Iterator[Found]:
    words, start = reading.words, mention.last + 1
    if words[mention.last].lower == "will" and words[start : start + 1] and words[start].lower not in ("be", "become"):
        return  # "will head the delegation"
    skipped = wordset("offices", "links", "appointed") | wordset("offices", "links", "skipped")
    while start < len(words) and words[start].lower in skipped:
        start += 1
    found = reading.titles.at(start, len(words))
    if found is not None and (found[0].determiner in ("the", "") or found[0].mention):
        title, after = found
        told = _tenure_told([w.lower for w in words[mention.last : start]], title.tenure)
        yield replace(title, tenure=_tenure_after(words, after, told)), "copula", Span(mention.start, title.end)


def _tenure_told(before: Sequence[str], tenure: Tenure) -> Tenure:
    """What the words between a name and a title say of when: "resigned as", "is to become", "was"."""
    links = {*before}
    if tenure != "current":
        return tenure
    if links & wordset("offices", "links", "leaving"):
        return "former"
    if links & {"will", "nominated"} or {"to", "become"} <= links:
        return "announced"
    settled = links & (wordset("offices", "links", "appointed") | {"has", "been"})
    return "former" if links & wordset("offices", "links", "past") and not settled else tenure


def _after_comma(reading: Reading, mention: NameMention) -> Iterator[Found]:
    """The titles after a name, one after another: "NAME, the minister of X, formerly head of Y"."""
    words, limit = reading.words, len(reading.words)
    begin = i = _past_body(reading, mention.last)
    while i < limit and words[i].text in (",", ";", "–", "—", "and"):
        start, past = _past_fillers(reading, i + 1)
        found = reading.titles.at(start, limit)
        if found is None:
            return
        title, after = found
        if title.plural and (words[start - 1].lower == "who" or words[mention.first - 1].lower != "and"):
            return  # "NAME, who heads a chamber", "invited by NAME, the ministers of A and of B met"
        name_follows = any(n.first == after for n in reading.names)
        if after < limit and words[after].text == "(":
            after = next((n + 1 for n in range(after, limit) if words[n].text == ")"), after)
        closes = after >= limit or words[after].text in _CLOSES or not words[after].capital
        first = i == begin
        if name_follows or not closes or (words[i].text == "and" and first):
            return
        told = "former" if past else _tenure_told([w.lower for w in words[i + 1 : start]], title.tenure)
        tenure = _tenure_after(words, after, told if title.tenure == "current" else title.tenure)
        span = Span(mention.start if first else words[i + 1].start, title.end)
        yield replace(title, tenure=tenure), "title-after-name", span
        i = after
        yield from clause(reading, i, mention.start)


def _past_body(reading: Reading, i: int) -> int:
    """The word after "of the X" or an age when a comma follows: "NAME of the X Centre, formerly ..."."""
    words = reading.words
    if [w.text for w in words[i : i + 3 : 2]] == [",", ","] and words[i + 1].text.isdigit():
        return i + 2
    if i < len(words) and words[i].lower in ("of", "from", "at"):
        body = reading.titles.whereof(i, len(words))
        if body is not None and body.end < len(words) and words[body.end].text == ",":
            return body.end
    return i


def _past_fillers(reading: Reading, start: int) -> tuple[int, bool]:
    """The word after "who was", "until last autumn", "herself" and the like, and whether "until" was among them."""
    words, limit = reading.words, len(reading.words)
    fillers = wordset("offices", "links", "fillers") | wordset("offices", "links", "leaving") | {"down", "become", "be"}
    appointed, past = wordset("offices", "links", "appointed"), False
    while start < limit and (words[start].lower in appointed or not reading.titles.at(start, limit)):
        lower, behind = words[start].lower, [word.lower for word in words[start + 1 : start + 2]]
        to_be = lower in ("to", "will") and (behind in (["be"], ["become"]) or words[start - 1].lower in appointed)
        if lower == "until":
            end = next((n for n in range(start + 2, min(start + 5, limit)) if reading.titles.at(n, limit)), 0)
            if not end:
                break
            start, past = end, True
        elif to_be or lower in fillers or lower in appointed:
            start += 1
        else:
            break  # "will head the delegation"
    return start, past


def _tenure_after(words: Sequence[Word], after: int, tenure: Tenure) -> Tenure:
    """Former when "until 2020", "from 2014 to 2018" or "at the time" follows a title."""
    if tenure != "current" or after + 1 >= len(words):
        return tenure
    ahead = [w.lower for w in words[after : after + 6]]
    if ahead[:3] == ["at", "the", "time"]:
        return "former"
    if ahead[0] == "until" and ahead[1] not in ("now", "further"):
        return "former"
    if ahead[0] in ("from", "between") and _PAST.fullmatch(ahead[1]) and {"to", "until", "and", "-", "–"} & {*ahead}:
        return "former"
    return tenure


def clause(reading: Reading, i: int, start: int) -> Iterator[Found]:
    """What somebody heads or ran, told by a verb: "NAME, the Canadian who chaired the X", "NAME once ran the X"."""
    words, limit = reading.words, len(reading.words)
    if i >= limit:
        return
    relative = False
    if words[i].text == ",":
        n = next((n for n in range(i + 1, min(i + 5, limit)) if words[n].lower == "who"), 0)
        if not n or any(not w.text.isalpha() for w in words[i + 1 : n]):
            return
        i, relative = n + 1, True
    verb, ended = _past_adverbs(reading, i)
    if verb >= limit or not (relative or verb > i) or words[verb].lower not in offices().verbs:
        return
    body = reading.titles.whereof(verb, limit)
    if body is None or body.organization is None:
        return
    first, last = body.organization
    spelled = " ".join(w.text for w in words if first <= w.start < last)
    behind = {w.lower for w in words[body.end : body.end + 2]}  # "heads the government's panel"
    if TEAM.search(spelled) or behind & {"panel", "delegation", "team"} or not _is_body(reading, verb, body.end):
        return
    head, past = offices().verbs[words[verb].lower], words[verb].lower[-1] in "dnw" and words[verb].lower != "head"
    tenure: Tenure = "former" if past and (ended or words[verb - 1].lower != "has") else "current"
    title = Title(words[verb].start, last, head, head, tenure, body.mention, body.organization)
    yield title, "holds-by-verb", Span(start, last)


def _past_adverbs(reading: Reading, i: int) -> tuple[int, bool]:
    """The word after "once", "until June" and the like, and whether they were there."""
    words, limit, begin = reading.words, len(reading.words), i
    while i < limit:
        if words[i].lower == "until":
            end = next((n for n in range(i + 2, min(i + 5, limit)) if words[n].lower in offices().verbs), 0)
            if not end:
                break
            i = end
        elif words[i].lower in wordset("offices", "links", "adverbs"):
            i += 1
        else:
            break
    return i, i > begin


def _is_body(reading: Reading, verb: int, end: int) -> bool:
    """True when what stands after a verb is a body: a known one, or words that end on one."""
    titles, v = reading.titles, offices()
    known = any(m.entry.kind == "organization" for m in titles.mentions if titles.words[verb].end < m.start)
    named = any(titles.phrase(n, v.bodies, end) or titles.phrase(n, v.portfolios, end) for n in range(verb + 1, end))
    return known or named
