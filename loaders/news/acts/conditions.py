"""The condition of an act: "if B frees the men", "unless ...", "only when ...", "in exchange for ..."."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from ....graph.records import Key, Span
from ..cast.actors import Actors
from ..language.annotation import Sentence, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, is_turned_round, left_behind, negated
from ..lexicons.word_lists import wordset
from ..standing.own_words import is_belief
from .frames import FoundAct

_STOP = re.compile(r"[,;:](?=\s|$)|(?<![A-Z])\.(?=\s|$)|[“”\"(]|\s[–—]\s")
_THEN = re.compile(r",? then (?:the |we |it |they |he |she |[A-Z])")
"""What begins that which hangs on a condition."""
_SET = 2
"""Words of a set phrase after "if": "if necessary", "if at all"."""
_JOINED = 8
"""How far after a comma what goes on with a list may begin: ", and the ..."."""
Parts: TypeAlias = list[tuple[str, Span]]
"""(aspect, words) of the details of an act."""
_KEPT = ("unless", "exchange for", "return for", "should", "when")
"""Words of a condition without which it is not understood."""


@cache
def _conditions() -> re.Pattern[str]:
    marks = sorted(wordset("acts", "conditions"), key=lambda mark: (-len(mark), mark))
    either = "|".join(map(re.escape, marks))
    return re.compile(
        rf"(?<![\w-])(?<!for )(?<!those )(?<!than )(?<!at )(?:but )?"
        rf"(?:{either}|(?P<limit>until|before|without)|should|when)\b"
        r"(?! (?:an?|every|more|again|per) \w+[,.])",
        re.IGNORECASE,
    )


def condition_of(actors: Actors, act: FoundAct, parts: Parts) -> tuple[str, Key | None]:
    """Under which condition an act stands, in its words, and on whom that depends; ``parts`` get the words."""
    text, sentence = actors.article.text, act.sentence
    end = max(act.span[1], act.content[1])
    refuses = act.type in ("reject", "setCondition") or negated(act.root) or negated(act.head)
    goes_on = act.standing == "conditional" or text[end : sentence.end].lstrip(" ,").startswith("should ")
    within = sentence.end if goes_on else min(sentence.end, end + 2)
    for match in _conditions().finditer(text, act.span[0], within):
        if match["limit"] and not (refuses and match.start() > start_of(act.head)):
            continue
        finish = _condition_end(text, sentence, match)
        if (
            _is_no_condition(act, match)
            or finish - match.end() < 3
            or (match.start() <= act.span[0] + 1 and finish == sentence.end)
        ):
            continue
        mark = f"{text[match.start() - 2 : match.start()]}{match[0].lower()}"
        if _is_none(mark, text[match.end() : finish].lower().split()):
            continue
        parts.append(("condition", Span(match.start(), finish)))
        found = [m for m in actors.gazetteer.match(text, match.end(), finish) if m.entry.kind != "outlet"]
        kept = match[0].lower().endswith(_KEPT)
        opening = match.start() if kept else match.end()
        words = text[opening:finish].strip().removeprefix("but ").removeprefix("that ")
        words = f"{words[0].lower()}{words[1:]}" if words.startswith(("Should ", "When ")) else words
        return words, actors.party_of(actors.known(found[0])) if found else None
    return "", None


def _is_no_condition(act: FoundAct, match: re.Match[str]) -> bool:
    """True for a clause of doubt, of another deed, or that tells when: "if one believes it", "once it has voted"."""
    mark = next((t for t in act.sentence.span if end_of(t) > match.start()), None)
    if mark is None:
        return False
    clause = mark.head if mark.dep_ in ("mark", "advmod", "aux") else mark
    if match[0].lower() == "should":
        between = (c for c in children(act.head, "conj") if c.pos_ in ("VERB", "AUX") and c.i < mark.i)
        if mark.dep_ != "aux" or not is_turned_round(mark.head) or next(between, None) is not None:
            return True
    if match[0].lower() == "when":
        only = (c for verb in mark.ancestors for c in children(verb, "advmod") if c.lower_ == "only" and c.i < mark.i)
        if next(only, None) is None:  # "would only free them when it was satisfied"
            return True
    own = match[0].lower() == "once" and clause.i > mark.i and _is_of_itself(act, clause)
    reasons = (c for t in clause.ancestors if t.i > act.head.i for c in children(t, "mark"))
    if any(c.lower_ in ("because", "since", "as") for c in reasons):
        return True  # "because it was assured that the term would be renewed if either wished"
    return is_belief(clause) or own or (mark.i > act.head.i and _is_of_another(act, clause))


def _is_of_another(act: FoundAct, clause: Token) -> bool:
    """True where a condition is another deed's: "left, and came back once ...", "an offer that B calls good if ..."."""
    above = [t for t in clause.ancestors if t.i > act.head.i]
    joined = any(
        t.dep_ == "conj" and t.head is act.head and (t.pos_ == "VERB" or act.head.pos_ == "VERB") for t in above
    )
    asides = (t.head.left_edge for t in above if t.dep_ == "relcl" and t.head.i > act.root.i)
    return joined or any(first.lower_ in ("a", "an") and first.nbor(-1).text == "," for first in asides)


def _is_of_itself(act: FoundAct, clause: Token) -> bool:
    """True for "promised to answer once it has consulted its industry": when, by what one does oneself."""
    subject = child(clause, "nsubj")
    given = clause.lemma_.lower() in wordset("acts", "receiving")
    own = subject is not None and subject.lower_ in ("it", "they", "he", "she", "we")
    return own and not given and len(act.agents) == 1


def _is_none(mark: str, words: list[str]) -> bool:
    """True for "if any", and for what is "subject to" a tariff rather than to somebody's approval."""
    if mark.endswith("subject to"):
        return not mark.startswith(", ") and not wordset("acts", "awaited") & {word.strip(".,;:") for word in words}
    if mark.endswith("once"):
        return words[0] in ("again", "more") or (words[0] in ("a", "an", "every", "each", "per") and len(words) > 1)
    if mark.endswith("as soon as"):
        return words[0].strip(".,;:") in wordset("acts", "if_any") | {"practicable", "practical"}
    return mark.endswith("if") and len(words) <= _SET and words[0] in wordset("acts", "if_any")


def _condition_end(text: str, sentence: Sentence, match: re.Match[str]) -> int:
    """Where a condition ends: at the next mark, but not at a comma in a list of what it asks for."""
    stop = _STOP.search(text, match.end(), sentence.end)
    if match[0].lower().endswith("if") and (then := _THEN.search(text, match.end(), sentence.end)) is not None:
        return then.start()  # "if they strike and carry on | then we will answer"
    while stop is not None and stop[0] in ('"', "“") and text[stop.start() - 1] == " ":  # a quotation begins
        closing = text.find("”" if stop[0] == "“" else '"', stop.end(), sentence.end)
        stop = _STOP.search(text, closing + 1, sentence.end) if closing >= 0 else stop
        if closing < 0:
            break
    if stop is None:
        return sentence.end
    if stop[0] != ",":
        return stop.start()
    if (resumed := _behind_aside(sentence, stop.start())) is not None:
        return resumed
    mark = next((t for t in sentence.span if start_of(t) >= match.start()), None)
    if mark is None:
        return stop.start()
    clause = mark.head if mark.dep_ in ("mark", "advmod") else mark
    listed = [t for t in clause.subtree if t.dep_ == "conj" and t.left_edge.i > mark.i and start_of(t) > stop.start()]
    joined = next((t for t in listed if start_of(t.left_edge) - stop.end() <= _JOINED), None)
    if joined is None:
        return stop.start()
    if joined.head.i > mark.i and joined.head.dep_ in ("nsubj", "nsubjpass"):  # "if A, B and C agreed to wait, ..."
        later = _STOP.search(text, extent(joined.subtree)[1], sentence.end)
        return later.start() if later is not None else sentence.end
    return extent(joined.subtree)[1]


def _behind_aside(sentence: Sentence, comma: int) -> int | None:
    """The end of what goes on after an aside: "before the council, promised in May, has been set up"."""
    after = [t for t in sentence.span if start_of(t) > comma]
    if not after or not (after[0].dep_ in ("acl", "appos", "relcl") or after[0].tag_ == "VBN"):
        return None
    closing = next((t for t in after if t.text == ","), None)
    behind = left_behind(closing.nbor(-1)) if closing is not None else []
    return end_of(behind[-1]) if behind else None
