"""Who is told to hold which post, as far as an article has been read: whom "the minister" can mean."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from ....graph.records import Agent, Key
from ..names.offices import offices
from ..text.spans import Spans


class PostsTold:
    """The posts of the people in an article."""

    def __init__(self) -> None:
        self.agents: dict[Key, Agent] = {}
        self.names: Spans[Key] = Spans(())
        """Where persons are named."""
        self.sides: dict[Key, Key] = {}
        """Person or group -> the state or party that it belongs to."""
        self._posts: dict[Key, list[str]] = {}
        """Person -> heads of the titles held, in lower case."""
        self._in_office: dict[Key, set[str]] = {}
        self._holders: dict[str, list[tuple[int, Key]]] | None = None

    def note_post(self, person: Key, head: str, *, held: bool = True) -> None:
        """Notes a post of a person by the head of its title; ``held`` unless it was held formerly."""
        self._posts.setdefault(person, []).append(head)
        if held:
            self._in_office.setdefault(person, set()).add(head)
        self._holders = None

    def posts_held(self, person: Key) -> set[str]:
        """The heads of the titles that somebody is told to hold now."""
        return self._in_office.get(person, set())

    def is_official(self, person: Key) -> bool:
        """True for somebody who is told to hold a post, and none that speaks for its holder alone."""
        agent = self.agents.get(person)
        if agent is not None and agent.kind == "unnamed":
            last = agent.label.split()[-1].lower()
            return last in offices().heads and last not in offices().private
        heads = self._in_office.get(person, set())
        return bool(heads) and not any(head in offices().private for head in heads)

    def is_private(self, person: Key) -> bool:
        """True for somebody who is told to hold a post that speaks for its holder or a company alone."""
        return any(head in offices().private for head in self._in_office.get(person, set()))

    def last_holder(self, head: str, before: int, *, sides: set[Key]) -> Key | None:
        """The person last named before an offset who holds a post of this name, on one of the sides if any."""
        for post in (head, f"deputy {head}"):  # "the minister" is a deputy where no other is named
            named = self._named_holders().get(post, [])
            for n in range(bisect_left(named, before, key=itemgetter(0)) - 1, -1, -1):
                _, person = named[n]
                if not sides or self.sides.get(person) in sides:
                    return person
        return None

    def only_holder(self, head: str, *, sides: set[Key]) -> Key | None:
        """The one person in the article who holds a post of this name, on one of the sides if any."""
        held = {
            person for _, person in self._named_holders().get(head, []) if not sides or self.sides.get(person) in sides
        }
        return held.pop() if len(held) == 1 else None

    def last_of(self, heads: frozenset[str], before: int, *, sides: set[Key], most: int) -> Key | None:
        """The last of the people named before an offset who is told to hold one of these posts, on one of the sides."""
        for person in reversed(self.names.before(before, most=most)):
            words = {word for post in self._posts.get(person, ()) for word in (post, post.split()[-1])}
            if words & heads and (not sides or self.sides.get(person) in sides):
                return person
        return None

    def all_holders(self, heads: set[str], before: int) -> list[Key]:
        """Everybody named before an offset who holds a post of one of these names, in order."""
        named = sorted(entry for head in heads for entry in self._named_holders().get(head, []) if entry[0] < before)
        return list(dict.fromkeys(person for _, person in named))

    def _named_holders(self) -> dict[str, list[tuple[int, Key]]]:
        """For every post, and for the last word of its name, where somebody who holds it is named.

        Those who stand in for a minister are no ministers by the last word: theirs is "deputy minister".
        """
        if self._holders is None:
            self._holders = {}
            for start, person in zip(self.names.starts, self.names.values, strict=True):
                heads = self._posts.get(person, ())
                for word in {*heads, *map(_short, heads)}:
                    self._holders.setdefault(word, []).append((start, person))
        return self._holders


def _short(head: str) -> str:
    """The last word of a post, with "deputy" before it for one who stands in."""
    words = head.split()
    deputy = len(words) > 1 and words[0] in ("deputy", "vice", "assistant", "junior")
    return f"deputy {words[-1]}" if deputy else words[-1]
