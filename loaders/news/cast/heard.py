"""Who is heard where: whom "we" in a quotation means, and "he" where somebody says of himself that he will."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ....graph.records import Key
from ..language.annotation import Article, Sentence, start_of
from ..language.parse import Token
from ..language.syntax import base
from ..lexicons.word_lists import wordset
from ..names.offices import offices
from ..voices.utterances import Utterance
from . import pronouns


class Meant(Protocol):
    """Tells whom a noun means."""

    def __call__(self, token: Token, sentence: Sentence, *, speaker: bool) -> tuple[Key, ...]:
        """Whom it means; nobody where that cannot be told."""


class Heard:
    """The utterances of an article, asked for their speakers."""

    def __init__(self, utterances: tuple[Utterance, ...], meant: Meant, unnamed: Callable[[Token], Key]) -> None:
        self._utterances = utterances
        self._meant = meant
        self._unnamed = unnamed
        self._in: dict[int, list[Utterance]] = {}
        """By the number of their sentence."""
        for utterance in utterances:
            self._in.setdefault(utterance.sentence.number, []).append(utterance)

    def reporting(self, token: Token, sentence: Sentence) -> Key | None:
        """Whoever says of him-, her- or itself: "X said that he would ...", "his side had ..."."""
        if token.dep_ not in ("nsubj", "nsubjpass", "poss"):
            return None
        for utterance in self._in.get(sentence.number, ()):
            speaker, content = utterance.speaker, utterance.content
            if speaker is None or utterance.kind not in ("say", "speak") or utterance.mode == "direct-quote":
                continue
            if speaker.i < token.i and speaker.pos_ != "PRON" and content[0] <= start_of(token) < content[1]:
                body = token.lower_ in pronouns.BODIES
                if body and (speaker.tag_ in ("NNS", "CD") or pronouns.told_of_between(token, content)):
                    return None  # "two officials said it would": not they
                found = self._meant(speaker, sentence, speaker=True)
                if body and not found and speaker.pos_ == "NOUN" and utterance.kind == "say":
                    return self._unnamed(speaker)  # "an alliance of rebels said it would": nobody else's "it"
                himself = token.lower_ in pronouns.PERSONS or token.lower_ in ("his", "her")
                of_kind = bool(found) and found[0].startswith("person/") == himself
                nobody = len(found) == 1 and found[0].startswith("unnamed/") and speaker.tag_ != "NNS"
                if himself and nobody and base(speaker) in set(offices().heads) - wordset("actors", "groups"):
                    return found[0]  # "the chair said he would": no other man
                return found[0] if len(found) == 1 and of_kind else None
        return None

    def speakers_at(self, offset: int, article: Article) -> tuple[Key, ...]:
        """The speakers of the quotation that an offset stands in."""
        sentence = article.sentence_at(offset)
        for utterance in self._in.get(sentence.number, ()) if sentence is not None else ():
            quoted = utterance.mode in ("direct-quote", "mixed-quote")
            if quoted and utterance.content[0] <= offset < utterance.content[1]:
                for _ in range(12):  # a quotation that goes on and on has the speaker of the first
                    if utterance.follows is None:
                        break
                    utterance = self._utterances[utterance.follows]
                speaker = utterance.speaker
                if speaker is not None and speaker.lower_ not in pronouns.SPEAKERS:  # "we said": nobody is named
                    return self._meant(speaker, utterance.sentence, speaker=True)
        return ()
