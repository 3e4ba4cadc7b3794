"""What a workspace reads: sources into its graph, or an article into a file for somebody to decide on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .graph.errors import SourcesUnread

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from .extracting import Method
    from .graph.knowledge import Knowledge


class Gathering:
    """Reads sources."""

    knowledge: Knowledge

    def read(
        self,
        *sources: str | Path | Iterable[str | Path],
        source_id: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        url: str | None = None,
        form: str = "",
        model: str | None = None,
        method: Method | None = None,
        issues: str | Path | None = None,
        jobs: int | None = None,
        executor: Executor | None = None,
        decisions: Sequence[str | Path] = (),
    ) -> tuple[str, ...]:
        """Read files, folders, patterns, web addresses or lists of them; return what ``parley build`` tells, by lines.

        The line of an article without acts says why it has none.

        A source that is there with the same text is left as it is; with another text it is replaced. ``published`` is
        YYYY-MM-DD, and what "on Monday" counts from; ``model`` is the name or path of a spaCy model, ``method`` tells
        of a language model that reads, alone or too, ``issues`` is the file of a scheme of your own, under which an
        article that is there is read again. What is given counts before what the sources say of themselves.
        Of many articles ``jobs`` are read at once, each in a process, by default one for each core; an ``executor``
        reads them elsewhere, such as Dask's ``client.get_executor()``, and stays open. They are added in their order.
        ``decisions`` are files of :meth:`review` to go by, besides those beside the articles. ``form`` says what the
        sources are instead of what they look like: ``article``, or a format of data (``ftm``) or RDF (``ttl``).

        Raises ``SourcesUnread`` with a line for each source that cannot be read, after all others are in the graph;
        ``ModelUnusable``, ``LexiconError`` or ``ReviewError`` on a file that is named, ``WorkersLost``, ``StoreError``
        at once; ``ValueError`` for several of one id or ``url``.
        """
        from .building import build_sources
        from .extracting import Method, under
        from .given import Given
        from .loaders.sources import named_sources

        named = named_sources(_listed(sources))
        if len(named) > 1 and (source_id or url):
            raise ValueError(f"source_id and url name one source, and {len(named)} are given: read them one by one")
        told: list[str] = []
        given = Given(source_id, publisher, published, url, under(method or Method(model=model), issues), form)
        unread = build_sources(
            self.knowledge, named, given, told.append, jobs=jobs, executor=executor, decisions=decisions
        )  # fmt: skip
        self.knowledge.show()
        if unread:
            raise SourcesUnread(line.removeprefix("parley: ") for line in told if line.startswith("parley: "))
        return tuple(told)

    def review(
        self,
        article: str | Path,
        output: str | Path | None = None,
        *,
        by: str = "",
        on: str = "",
        source_id: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        model: str | None = None,
        issues: str | Path | None = None,
    ) -> Path:
        """Write what is read in an article into a file for somebody to decide on, and return its path.

        It is ``article.decisions.yaml`` beside the article unless ``output`` names another; :meth:`read` goes by it.
        ``by`` and ``on`` (YYYY-MM-DD) say who decides and when. A file that is there keeps every line: facts that are
        new are added, those not found any more are marked. Raises ``ReviewError`` when the file is not right,
        ``UnreadableSource``, and ``ValueError`` for an address or standard input without ``output``.
        """
        from .correcting import beside
        from .extracting import Method, under
        from .given import Given
        from .loaders.files import Named
        from .reviewing import review_article, write_review

        if output is None and beside(str(article)) is None:
            raise ValueError(f"there is no file to write beside {article}: give output")
        given = Given(source_id, publisher, published, None, under(Method(model=model), issues))
        path, merged, _ = review_article(Named(str(article)), given, output, by=by, on=on)
        write_review(path, merged)
        return Path(path)


def _listed(sources: Iterable[str | Path | Iterable[str | Path]]) -> list[str]:
    """The sources one by one, whether they are given so or in lists."""
    each = ([source] if isinstance(source, str | Path) else source for source in sources)
    return [str(source) for some in each for source in some]
