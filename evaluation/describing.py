"""Says in a line what an item of the gold or of the predictions is, and which of its words stand in the text."""

from __future__ import annotations

from collections.abc import Iterable

from .records import (
    Event,
    GoldEvent,
    GoldParticipation,
    GoldPastAction,
    GoldPerson,
    GoldProposal,
    GoldRole,
    GoldStatement,
    Participation,
    PastAction,
    Person,
    Proposal,
    Role,
    Statement,
)


def description(item: object) -> str:
    """Return what an item is, in a line.

    >>> description(Proposal("offer", ("Ruritania",), ("Syldavia",), "offered a truce", ()))
    'offer by Ruritania to Syldavia: “offered a truce”'
    """
    match item:
        case Person() | GoldPerson():
            return item.name
        case (Person() | GoldPerson() as person, Role() | GoldRole() as role):
            body = f" of {role.org}" if role.org else ""
            return f"{person.name}: {role.status} {role.title}{body}"
        case (Proposal() | GoldProposal() as proposal, float() as number):
            return f"{number:g} in {description(proposal)}"
        case Proposal() | GoldProposal():
            to = f" to {_list(item.addressee)}" if item.addressee else ""
            return f"{item.kind} by {_list(item.agent)}{to}: “{words_of(item)}”"
        case Event() | GoldEvent():
            return ", ".join(filter(None, (item.label, item.place, item.date)))
        case Statement() | GoldStatement():
            return f"{_list(item.speaker)}{' denies' if item.denial else ''}: “{words_of(item)}”"
        case Participation() | GoldParticipation():
            return f"{_list(item.who)}, {item.capacity} in {item.within}"
        case PastAction() | GoldPastAction():
            agent = item.agent if isinstance(item.agent, str) else _list(item.agent)
            return f"{agent}: “{words_of(item)}”"
    raise TypeError(f"no description for {item!r}")


def words_of(item: object) -> str:
    """Return the words of the text that an item rests on, as far as it tells."""
    match item:
        case (Person(), Role() as role):
            return role.words
        case (GoldPerson(), GoldRole() as post):
            return post.quote
        case (Proposal() | GoldProposal() as proposal, float()):
            return words_of(proposal)
        case Proposal() | Statement() | PastAction():
            return item.text
        case Event() | Participation():
            return item.words
        case Person():
            return item.name
    return str(getattr(item, "quote", ""))


def _list(names: Iterable[str]) -> str:
    return " and ".join(names) or "nobody"
