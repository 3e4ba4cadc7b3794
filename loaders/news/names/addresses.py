"""Forms of address before a name: ranks and honorifics, "Lt Gen. (retd)", "H.E. Dr"."""

from __future__ import annotations

from .bodies import BodyReader


class AddressReader(BodyReader):
    """Reads forms of address in the words of one sentence."""

    def addressed(self, name: int) -> int:
        """The first word of the ranks and honorifics that stand right before the word ``name``."""
        first = name
        while first and (size := self._address_before(first)):
            first -= size
        return first

    def _address_before(self, end: int) -> int:
        """How many words that end before ``end`` are one form of address, or one such as "(retd)"."""
        v = self.vocabulary
        if end >= 3 and self.words[end - 1].text == ")" and self.words[end - 3].text == "(":
            return 3 if self.lower[end - 2] in v.retired else 0
        for size in (3, 2, 1):
            first = end - size
            if first >= 0 and self.words[first].capital and self.phrase(first, v.address, end) == size:
                alone = self.words[first].text
                return 0 if alone in ("He", "U", "M.") and size == 1 else size
        return 0
