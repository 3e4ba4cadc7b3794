"""What a caller says of the language model to ask, and what the asking has cost. The key is in neither."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

KEY: Final = "PARLEY_LLM_KEY"
"""The environment variable that holds the key; it is sent to the address and goes nowhere else."""
Extractor: TypeAlias = Literal["rules", "llm", "both"]


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """Which model, where, and how long to wait for it."""

    model: str
    url: str = ""
    """Base address, such as ``http://localhost:8080/v1``; empty when answers are replayed."""
    replay: Path | None = None
    """A folder with answers, which are read instead of asking."""
    seconds: float = 300.0
    """For one answer."""
    tries: int = 4
    """How often a question is put when the server is busy or cannot be reached."""
    proxy: str = ""
    """Address of a proxy to go through; those that the environment names for other programs are not used."""
    max_bytes: int = 8_000_000
    """Of one answer."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What was asked, and what the servers say that it has cost."""

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.requests + other.requests,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
        )

    def __sub__(self, other: Usage) -> Usage:
        return Usage(
            self.requests - other.requests,
            self.prompt_tokens - other.prompt_tokens,
            self.completion_tokens - other.completion_tokens,
        )
