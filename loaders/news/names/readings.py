"""Sentences as words, with the known actors, the titles and the names of persons in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..language.annotation import Article, Sentence, end_of, start_of
from ..language.parse import Token
from ..language.words import Word, words_of
from ..lexicons.word_lists import wordset
from ..text.segment import Segment
from ..text.segments import is_roster_heading
from .entries import Entry
from .gazetteer import Gazetteer, Mention
from .name_reader import NameReader
from .oppositions import bare_mentions, the_opposition
from .persons import NameMention, fold
from .titles import TitleReader

_TITLE_CASED = ("headline", "caption", "heading")
_PLACE_BEGINS = wordset("words", "names", "place_begins")
_DISTANCES = frozenset(("kilometres", "kilometers", "km", "miles", "metres", "meters"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as words, with the names and known actors in it."""

    sentence: Sentence
    words: list[Word]
    titles: TitleReader
    mentions: tuple[Mention, ...]
    names: tuple[NameMention, ...]


def read_sentences(article: Article, gazetteer: Gazetteer) -> list[Reading]:
    """A reading of every sentence.

    A name in a title-cased line counts as far as the body has it too ("President NAME Recaps Talks").
    """
    opposition = the_opposition(article, gazetteer)
    meant: dict[str, Entry | None] = {}
    readings = _without_lone_capitals([_read(article, gazetteer, s, opposition, meant) for s in article.sentences])
    body = [r for r in readings if r.sentence.segment.kind not in _TITLE_CASED]
    known = {frozenset(fold(n.text).split()) for r in body for n in r.names}
    if not known:
        return readings
    names = [fold(n.text).split() for r in body for n in r.names]
    surnames = {parts[-1] for parts in names if len(parts) > 1 and len(parts[-1]) > 3}
    surnames |= {fold(n.text.split()[-1]) for r in body for n in r.names if "-" in n.text.split()[-1]}
    common = wordset("words", "english") | wordset("words", "names", "particles")
    first = _first_parts(names) - surnames - common
    readings = _without_places([_with_surnames(r, surnames | first, first) for r in readings])
    last = {parts[-1] for parts in names}
    return [r if r.sentence.segment.kind not in _TITLE_CASED else _checked(r, known, last) for r in readings]


def _without_lone_capitals(readings: list[Reading]) -> list[Reading]:
    """The readings without towns named like a capital whose state the text never names: "Victoria", "Georgetown"."""
    named = {m.entry.key for r in readings for m in r.mentions if m.form != "capital"}
    return [
        replace(r, mentions=tuple(m for m in r.mentions if not _is_lone(m) or m.entry.key in named)) for r in readings
    ]


def _is_lone(mention: Mention) -> bool:
    return mention.form == "capital" and mention.ambiguous


def _first_parts(names: Sequence[Sequence[str]]) -> set[str]:
    """The first parts of full names, each of one person: family names that come first, given names used alone."""
    full = {tuple(parts) for parts in names if 1 < len(parts) < 5}
    seen = Counter(parts[0] for parts in full)
    short = {parts[0] for parts in full if len(parts[0]) < 4}
    return {part for part, count in seen.items() if count == 1 and len(part) > 1} | short


def _without_places(readings: list[Reading]) -> list[Reading]:
    """The readings without names that stand everywhere as places do: "through X", "near Y"."""
    seen: dict[str, bool] = {}
    whole = {one for r in readings for name in r.names if len(full := fold(name.text).split()) > 1 for one in full}
    told = {place for reading in readings for place in _before_places(reading)} - whole
    for reading in readings:
        if reading.sentence.segment.kind not in _TITLE_CASED:
            for name in reading.names:
                folded = fold(name.text)
                if _is_called_place(reading, name):
                    told.add(_without_beginning(folded))
                seen[folded] = seen.get(folded, True) and _stands_like_place(reading, name)
    places = {folded for folded, place in seen.items() if place}
    parts = {part for folded, place in seen.items() if not place for part in folded.split()}
    told |= {folded.split()[-1] for folded in told} - parts
    places = {folded for folded in places if not set(folded.split()) & parts} | told
    if not places:
        return readings
    kept = [[n for n in r.names if not {(one := fold(n.text)), _without_beginning(one)} & places] for r in readings]
    return [replace(r, names=tuple(names)) for r, names in zip(readings, kept, strict=True)]


def _without_beginning(folded: str) -> str:
    """The NAME of "el NAME"."""
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _PLACE_BEGINS else folded


def _is_called_place(reading: Reading, name: NameMention) -> bool:
    """True for "the besieged city of NAME", "residents of El NAME"."""
    first = name.first - (name.first > 0 and reading.words[name.first - 1].lower in _PLACE_BEGINS)
    before = [w.lower for w in reading.words[max(0, first - 2) : first]]
    kinds = wordset("words", "names", "kinds_of_place") | wordset("words", "names", "inhabitants")
    return len(before) == 2 and before[1] == "of" and before[0] in kinds


def _before_places(reading: Reading) -> Iterator[str]:
    """Yield the NAME of "the NAME border crossing", "the NAME dam"."""
    words = reading.words
    for the, name, *after in zip(words, words[1:], words[2:], words[3:], strict=False):
        if the.lower == "the" and name.capital:
            kinds = [word.lower for word in after if not word.capital and word.text.isalpha()]
            if not wordset("words", "names", "places").isdisjoint(kinds):
                yield fold(name.text)


def _stands_like_place(reading: Reading, name: NameMention) -> bool:
    words, before = reading.words, reading.words[max(0, name.first - 4) : name.first]
    if not before or reading.titles.addressed(name.first) < name.first or reading.titles.before(name.first) is not None:
        return False
    after = [w.lower for w in words[name.last : name.last + 2]]
    event = bool(after) and after[0] in wordset("teams", "events") and name.last - name.first == 1
    if after == [",", "where"] or (event and before[-1].lower == "the"):
        return True  # "to NAME, where they met", "the NAME meeting"
    goes_on = after[:1] == [","] and after[1:] and after[1] in wordset("words", "names", "place_before")  # "X, in A"
    if name.last < len(words) and (words[name.last].possessive or words[name.last].text in ("(", ",")) and not goes_on:
        return False
    last = before[-1].lower
    if last in wordset("words", "names", "place_before") or (last == "from" and before[-2:][0].lower in _DISTANCES):
        return True
    if last in ("between", "and") and any(w.lower == "between" for w in before):
        return len(name.text.split()) == 1
    begins = words[name.first].lower in _PLACE_BEGINS and name.last - name.first > 1
    return begins and last in wordset("words", "names", "place_maybe")


def _with_surnames(reading: Reading, surnames: set[str], first: set[str]) -> Reading:
    """The reading with the surnames by themselves of people who are named in full elsewhere in the article.

    A ``first`` part of a name counts where it stands alone and the parse takes it for a name.
    """
    taken = [(m.start, m.end) for m in reading.mentions] + [(n.start, n.end) for n in reading.names]
    found = [
        NameMention(word.start, word.end, word.text, number, number + 1)
        for number, word in enumerate(reading.words)
        if word.capital
        and (part := fold(word.text)) in surnames
        and (part not in first or _is_alone(reading, number))
        and not any(start < word.end and word.start < end for start, end in taken)
    ]
    return replace(reading, names=tuple(sorted((*reading.names, *found), key=lambda n: n.start))) if found else reading


def _is_alone(reading: Reading, number: int) -> bool:
    """True for a proper noun without another capitalised word beside it."""
    words, word = reading.words, reading.words[number]
    beside = [words[n] for n in (number - 1, number + 1) if 0 <= n < len(words)]
    if any(w.capital and w.lower not in wordset("words", "names", "never") for w in beside):
        return False
    return any(start_of(t) == word.start and t.pos_ == "PROPN" for t in reading.sentence.span)


def roster_heading(article: Article, sentence: Sentence) -> Segment | None:
    """The heading of a team's list that a sentence stands under, if it does."""
    if sentence.segment.heading is None:
        return None
    heading = article.segments[sentence.segment.heading]
    return heading if is_roster_heading(article.text[heading.start : heading.end]) else None


def _read(
    article: Article, gazetteer: Gazetteer, sentence: Sentence, opposition: Entry | None, meant: dict[str, Entry | None]
) -> Reading:
    """``meant`` keeps which entry a word that names several means in the article."""
    words = words_of(article.text, sentence.start, sentence.end)
    found = [
        _meant(m, article, gazetteer, meant)
        for m in gazetteer.match(article.text, sentence.start, sentence.end)
        if not _is_anybodys(m, article, gazetteer)
    ]
    if opposition is not None:
        named = {m.end for m in found}
        found += (m for m in bare_mentions(sentence, opposition) if m.end not in named)
        found.sort(key=lambda m: m.start)
    if sentence.segment.kind != "headline":
        found = [m for m in found if not _ends_another_name(article.text, m)]
    mentions = _own_bodies(article.text, tuple(found))
    titles = TitleReader(words, mentions)
    names = NameReader(titles).names(_persons(sentence), roster=_lists_person(article, sentence))
    return Reading(sentence, words, titles, mentions, tuple(names))


def _meant(mention: Mention, article: Article, gazetteer: Gazetteer, meant: dict[str, Entry | None]) -> Mention:
    """The mention of a word that names several, taken for the only one of them that the article names otherwise."""
    if not mention.alternatives:
        return mention
    word = article.text[mention.start : mention.end]
    if word not in meant:
        several = (mention.entry, *mention.alternatives)
        named = [entry for entry in several if _is_named(entry, article, gazetteer, besides=word)]
        meant[word] = named[0] if len(named) == 1 else None
    entry = meant[word]
    return mention if entry in (None, mention.entry) else replace(mention, entry=entry, alternatives=())


def _is_named(entry: Entry, article: Article, gazetteer: Gazetteer, *, besides: str) -> bool:
    """True where the article has another name of an entry, or of a body that is part of it."""
    parts = (part for part in gazetteer.entries if part.part_of == entry.key)
    names = sorted({word for one in (entry, *parts) for word, _ in one.words() if word != besides})
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", article.text) is not None


def _is_anybodys(mention: Mention, article: Article, gazetteer: Gazetteer) -> bool:
    """True for a "Security Council" where the article names neither its whole nor it by a name of its own."""
    whole = gazetteer.entry(mention.entry.part_of) if mention.ambiguous and mention.entry.part_of else None
    if whole is None:
        return False
    names = [
        *(word for word, _ in whole.words()),
        *(w for w, _ in mention.entry.words() if w not in mention.entry.doubtful),
    ]
    return not re.search(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)", article.text)


def _own_bodies(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without world-known names that a state before them makes its own: "<state>’s Security Council"."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        between = text[before.end : mention.start] if before is not None else ""
        owned = before is not None and before.entry.kind == "state" and between in ("’s ", "'s ", " ")
        body = " " in text[mention.start : mention.end] and mention.entry.key != (before.entry.key if before else "")
        body = body and not (before is not None and mention.entry.state == before.entry.code)  # "<state>'s Rebel Army"
        if not (owned and body and mention.form != "demonym" and (mention.ambiguous or between != " ")):
            kept.append(mention)
    return tuple(kept)


def _ends_another_name(text: str, mention: Mention) -> bool:
    """True for the "Congress" of "the Tailors Congress": a doubtful word that ends a longer name."""
    if not mention.ambiguous or mention.entry.kind != "organization" or " " in text[mention.start : mention.end]:
        return False
    word = re.search(r"(?<=[\w,;] )([A-ZÀ-Þ][\w’'-]+) $", text[max(0, mention.start - 60) : mention.start])
    return word is not None and word[1] not in ("US", "American")


def _lists_person(article: Article, sentence: Sentence) -> bool:
    """True when a sentence may begin with a name that is only listed."""
    kind, first = sentence.segment.kind, sentence.span[0]
    if kind == "roster" or (kind != "headline" and first.ent_type_ == "PERSON"):
        return True
    return kind == "paragraph" and first.pos_ == "PROPN" and roster_heading(article, sentence) is not None


def _persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """What the model takes for persons, and what stands like one though the model takes it for something else."""
    for entity in sentence.span.ents:
        other = entity.label_ in ("ORG", "GPE", "NORP", "FAC")
        if entity.label_ == "PERSON" and _is_called_a_body(entity[0]):
            continue
        if entity.label_ == "PERSON" or (other and _stands_like_person(entity[0].i, entity[-1].i, sentence)):
            yield start_of(entity[0]), end_of(entity[-1])


def _is_called_a_body(first: Token) -> bool:
    """True for the name in "the pilots' union NAME", "the airline NAME"; not for "union leader NAME"."""
    before = first.nbor(-1) if first.i else None
    kinds = wordset("actors", "bodies_named") | (wordset("actors", "companies") - {"miner", "operator"})
    return before is not None and before.tag_ == "NN" and before.text in kinds


def _stands_like_person(first: int, last: int, sentence: Sentence) -> bool:
    """True for two or three capitalised words that say something, or that a comma sets apart at the beginning."""
    doc = sentence.span.doc
    tokens = doc[first : last + 1]
    if not 2 <= len(tokens) <= 3 or not all(t.text[0].isupper() for t in tokens):
        return False
    if sentence.span.start == first and last + 1 < len(doc) and doc[last + 1].text == ",":
        return True
    return any(t.dep_ == "nsubj" and t.head.lemma_.lower() in wordset("reporting", "say") for t in tokens)


def _checked(reading: Reading, known: set[frozenset[str]], surnames: set[str]) -> Reading:
    about = [w.lower.removesuffix("s") for w in (*reading.words[:4], *reading.words[-1:])]
    spoken = wordset("reporting", "speeches").intersection(about)
    kept: list[NameMention] = []
    for name in reading.names:
        shortened = _shortened(reading, name, known)
        if shortened is not None:
            kept.append(shortened)
        elif _is_introduced(reading, name, surnames, speech=bool(spoken)):
            kept.append(_without_participle(reading, name, surnames))
    return replace(reading, names=tuple(kept))


def _without_participle(reading: Reading, name: NameMention, surnames: set[str]) -> NameMention:
    """The name before a capitalised "-ing" that goes on with the headline: "President NAME Urging Congress"."""
    words = reading.words[name.first : name.last]
    goes_on = (n for n, w in enumerate(words) if n and w.lower.endswith("ing") and fold(w.text) not in surnames)
    kept = words[: next(goes_on, len(words))]
    return replace(name, end=kept[-1].end, last=name.first + len(kept), text=" ".join(w.text for w in kept))


def _is_introduced(reading: Reading, name: NameMention, surnames: set[str], *, speech: bool) -> bool:
    """True for a full name that the body has the surname of, titled or in "Remarks by NAME"; or titled there."""
    title = reading.titles.before(name.first)
    if fold(name.text).split()[-1] in surnames:
        return title is not None or speech
    by = any(w.lower in ("by", "from", "of") for w in reading.words[: name.first])
    first = title is not None and title.start == reading.words[0].start
    right_after = (
        name.first > 0 and reading.words[name.first - 1].lower in ("by", "from") and name.last - name.first > 1
    )
    return speech and (right_after or (title is not None and (by or first)))


def _shortened(reading: Reading, name: NameMention, known: set[frozenset[str]]) -> NameMention | None:
    for last in range(name.last, name.first, -1):
        text = " ".join(w.text for w in reading.words[name.first : last])
        parts = frozenset(fold(text).split())
        if any(parts <= other for other in known):
            return replace(name, end=reading.words[last - 1].end, last=last, text=text)
    return None
