"""A model is asked in the form that its server takes, again while it is busy, and not for ever."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from parley.graph.errors import ModelSilent, ModelUnusable
from parley.loaders.llm.prompts import schema
from parley.loaders.llm.reading import LlmReader, Reading
from parley.loaders.llm.settings import LlmSettings, Usage

from .server import ARTICLE, Reply, Served, answer, good, refusal, reply, serving, trickling

KEY = "sk-very-secret"
PLAIN = json.dumps(good())


def choice(message: dict[str, Any], finish: str = "stop") -> Reply:
    return Reply(200, json.dumps({"choices": [{"finish_reason": finish, "message": message}]}).encode())


class Asked:
    """What reading one article has come to."""

    def __init__(self, *replies: Reply, text: str = ARTICLE, key: str = "", **settings: Any) -> None:
        self.waits: list[float] = []
        self.reading: Reading | None = None
        self.trouble = ""
        with serving(*replies) as served:
            self.served: Served = served
            told = replace(LlmSettings("a-model", served.url, seconds=20), **settings)
            try:
                self.reading = LlmReader(told, key=key, sleep=self.waits.append).read(text, source_id="talks")
            except ModelSilent as error:
                self.trouble = str(error)

    @property
    def forms(self) -> list[str]:
        return [body.get("response_format", {}).get("type", "plain") for body in self.served.asked]


def test_a_good_answer_takes_one_request():
    asked = Asked(reply(good()), key=KEY)
    assert asked.reading is not None
    assert asked.reading.dropped == ()
    assert asked.reading.usage == Usage(1, 100, 20)
    (body,) = asked.served.asked
    assert (body["model"], body["temperature"], body["stream"]) == ("a-model", 0, False)
    assert body["response_format"]["json_schema"]["schema"]["required"] == schema()["required"]
    assert asked.served.paths == ["/v1/chat/completions"]
    assert asked.served.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in json.dumps(body)


def test_without_a_key_none_is_sent():
    assert "authorization" not in Asked(reply(good())).served.headers[0]


@pytest.mark.parametrize("status", [400, 422, 500, 501])
def test_a_server_that_knows_no_schema_is_asked_for_json_and_then_in_plain_words(status: int):
    asked = Asked(
        refusal(status, "unknown response_format"), refusal(status), reply(f"```json\n{json.dumps(good())}\n```")
    )
    assert asked.reading is not None
    assert asked.forms == ["json_schema", "json_object", "plain"]
    assert asked.waits == []
    assert asked.reading.usage.requests == 3


def test_the_form_that_worked_is_kept_for_the_next_article():
    with serving(refusal(500), reply(good())) as served:
        reader = LlmReader(LlmSettings("m", served.url), sleep=lambda _: None)
        reader.read(ARTICLE, source_id="one")
        reader.read(ARTICLE, source_id="two")
    assert [b["response_format"]["type"] for b in served.asked] == ["json_schema", "json_object", "json_object"]


def test_a_model_that_takes_no_temperature_is_asked_without():
    asked = Asked(refusal(400, "Unsupported value: 'temperature' does not support 0"), reply(good()))
    assert asked.reading is not None
    assert ["temperature" in body for body in asked.served.asked] == [True, False]
    assert asked.forms == ["json_schema", "json_schema"]


@pytest.mark.parametrize(
    ("headers", "wait"),
    [({}, 1), ({"retry_after": "7"}, 7), ({"retry_after": "0"}, 0), ({"retry_after": "86400"}, 120),
     ({"retry_after": formatdate(0, usegmt=True)}, 0), ({"retry_after": "soon"}, 1)],
)  # fmt: skip
def test_a_busy_server_is_asked_again_when_it_says(headers: dict[str, str], wait: float):
    asked = Asked(refusal(429, "slow down", **headers), reply(good()))
    assert asked.reading is not None
    assert asked.waits == [wait]


def test_a_server_that_stays_busy_is_given_up_in_one_line():
    asked = Asked(refusal(503, "overloaded"), tries=3)
    assert asked.waits == [1, 2]
    assert asked.trouble == (
        f"talks: the language model has not read it: {asked.served.url}/chat/completions answers 503: overloaded "
        "(asked 3 times)"
    )


def test_a_server_that_hangs_up_is_asked_again():
    assert Asked(Reply(None), reply(good())).reading is not None


def test_a_server_that_always_hangs_up_is_given_up():
    asked = Asked(Reply(None), tries=2)
    assert "(asked 2 times); see that the server runs" in asked.trouble
    assert asked.waits == [1]


def test_a_server_that_does_not_answer_in_time_is_asked_twice_and_the_next_article_once():
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        told = LlmSettings("m", f"http://127.0.0.1:{silent.getsockname()[1]}", seconds=0.05)
        waits: list[float] = []
        reader = LlmReader(told, sleep=waits.append)
        for _ in range(2):
            with pytest.raises(ModelSilent, match=r"no whole answer within 0\.05 seconds"):
                reader.read(ARTICLE, source_id="talks")
    assert waits == [1]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (refusal(401, f"Bad key: {KEY}."), "answers 401: Bad key: ***.; set PARLEY_LLM_KEY"),
        (refusal(404, "no such model"), "answers 404: no such model; give the base address"),
        (Reply(302, b"", {"location": "http://127.0.0.1:9/elsewhere"}), "answers 302: nothing; it points elsewhere"),
        (Reply(200, f'{{"error": "no more for {KEY}"}}'.encode()), 'no chat completion: {"error": "no more for ***"}'),
        (choice({"content": None, "refusal": f"Not for {KEY}."}), "answers with a refusal: Not for ***."),
        (choice({"content": ""}, "content_filter"), "answers with a refusal: no reason given"),
        (choice({"content": "", "refusal": ""}), "cannot be used: it is empty"),
        (choice({"content": None, "tool_calls": []}), "cannot be used: it is empty"),
        (Reply(200, b"<html><body>Log in</body></html>"), "no chat completion: <html><body>Log in</body></html>"),
        (Reply(502, b"<h1>Bad gateway</h1>\n"), "answers 502: <h1>Bad gateway</h1> (asked 2 times)"),
        (Reply(200, b'{"choices": []}'), "holds no message"),
        (Reply(200, b'{"choices": [{"message": "hm"}]}'), "holds no message"),
        (Reply(200, b""), "no chat completion"),
        (Reply(200, b"x" * 3_000_001), "the answer has more than 3,000,000 bytes"),
        (reply("\x1b[2J", finish="stop"), "cannot be used: it holds no complete JSON object"),
        (refusal(400, "\x1b]0;gotcha\x07"), "answers 400: \\x1b]0;gotcha\\x07"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_clear_line(given: Reply, told: str):
    asked = Asked(given, key=KEY, tries=2, max_bytes=3_000_000)
    assert told in asked.trouble
    assert KEY not in asked.trouble
    assert asked.trouble.isprintable()


def test_a_key_that_no_header_can_hold_is_told_without_showing_it():
    asked = Asked(reply(good()), key="schlüssel")
    assert "PARLEY_LLM_KEY holds characters that no key has" in asked.trouble
    assert asked.served.asked == []


def test_a_password_in_the_address_is_not_told():
    with serving(refusal(403, "no")) as served:
        url = served.url.replace("http://", "http://user:hush@")
        with pytest.raises(ModelSilent, match="answers 403") as raised:
            LlmReader(LlmSettings("m", url), sleep=lambda _: None).read(ARTICLE, source_id="talks")
    assert "hush" not in str(raised.value)


@pytest.mark.parametrize(
    "broken",
    ["", "Sorry, no.", json.dumps(good())[:-9], json.dumps({**good(), "acts": "none"})],
    ids=["empty", "words", "cut", "schema"],
)
def test_a_broken_answer_is_repaired_once(broken: str):
    asked = Asked(reply(broken), reply(good()))
    assert asked.reading is not None
    assert asked.reading.usage == Usage(2, 200, 40)
    question, told, problem = asked.served.asked[1]["messages"]
    assert question == asked.served.asked[0]["messages"][0]
    assert told == {"role": "assistant", "content": broken}
    assert problem["content"].startswith("Your answer cannot be used: ")


def test_a_second_broken_answer_is_the_end():
    asked = Asked(reply("no"), reply("no again"), reply(good()))
    assert len(asked.served.asked) == 2
    assert "answers twice what cannot be used: it holds no complete JSON object; try another model" in asked.trouble


@pytest.mark.parametrize(
    "cut",
    [reply("{", finish="length"), refusal(413, "no"),
     refusal(400, "the request exceeds the available context size, try increasing it"),
     refusal(400, "This model's maximum context length is 4096 tokens")],
    ids=["answer", "size", "llama.cpp", "vllm"],
)  # fmt: skip
def test_an_article_that_does_not_fit_is_asked_about_in_parts(cut: Reply):
    first, second = (answer(), answer())
    first["posts"], first["actors"] = good()["posts"], good()["actors"]
    second["events"] = good()["events"]
    second["actors"] = good()["actors"]
    asked = Asked(cut, reply(first), reply(second))
    assert asked.reading is not None
    assert asked.reading.dropped == ()
    whole, *halves = (body["messages"][0]["content"] for body in asked.served.asked)
    lines = ARTICLE.splitlines()
    assert all(line in whole for line in lines)
    assert [sum(line in half for half in halves) for line in lines] == [1] * len(lines)
    assert "one part of a longer article" in halves[0]
    keys = {record.key.split("/")[0] for record in asked.reading.records.records if hasattr(record, "key")}
    assert {"holding", "event"} <= keys


def test_one_paragraph_that_does_not_fit_is_the_end():
    asked = Asked(reply("{", finish="length"))
    assert (
        "one paragraph is too much for a-model (the answer breaks off); take one with a longer context" in asked.trouble
    )
    assert asked.reading is None


def test_a_refusal_of_the_model_is_told():
    body = {"choices": [{"finish_reason": "stop", "message": {"content": None, "refusal": "I would rather not."}}]}
    assert "answers with a refusal: I would rather not." in Asked(Reply(200, json.dumps(body).encode())).trouble


@pytest.mark.parametrize(
    "message",
    [
        {"content": [{"type": "thinking", "thinking": []}, {"type": "text", "text": PLAIN[:9]},
                     {"type": "text", "text": PLAIN[9:]}]},
        {"content": None, "reasoning_content": PLAIN},
        {"content": "", "reasoning": PLAIN},
        {"content": PLAIN, "reasoning": "Let me see ... {}", "refusal": None},
    ],
    ids=["parts", "reasoning_content", "reasoning", "both"],
)  # fmt: skip
def test_an_answer_is_found_where_servers_put_it(message: dict[str, Any]):
    asked = Asked(choice(message))
    assert asked.reading is not None
    assert len(asked.served.asked) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_answer_may_begin_with_a_byte_order_mark(encoding: str):
    body = reply(good()).body.decode().encode(encoding)
    assert Asked(Reply(200, body)).reading is not None


def test_an_answer_that_trickles_in_is_given_up_in_time():
    whole = b"HTTP/1.1 200 OK\r\nx-padding: " + b"x" * 10_000
    with trickling(whole) as url:
        reader = LlmReader(LlmSettings("m", url, seconds=0.3, tries=1))
        with pytest.raises(ModelSilent, match=r"no whole answer within 0\.3 seconds"):
            reader.read(ARTICLE, source_id="talks")


def test_a_redirection_is_not_followed_and_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch):
    with serving(reply(good())) as other:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, other.url)
        asked = Asked(Reply(307, b"", {"location": f"{other.url}/chat/completions"}), key=KEY)
        assert "answers 307" in asked.trouble
        assert len(asked.served.asked) == 1
        assert other.asked == []


def test_a_proxy_that_is_named_is_used():
    with serving(reply(good())) as proxy:
        asked = Asked(reply(good()), proxy=proxy.url)
        assert asked.reading is not None
        assert proxy.paths == [f"{asked.served.url}/chat/completions"]
        assert asked.served.asked == []


def test_the_key_counts_before_a_name_in_the_address():
    with serving(reply(good())) as served:
        url = served.url.replace("http://", "http://user:hush@")
        LlmReader(LlmSettings("m", url), key=KEY).read(ARTICLE, source_id="talks")
        LlmReader(LlmSettings("m", url)).read(ARTICLE, source_id="talks")
    assert [told["authorization"] for told in served.headers] == [f"Bearer {KEY}", "Basic dXNlcjpodXNo"]


@pytest.mark.parametrize(
    "url", ["http://[::1", "http://u:hush@host:port/v1", "http://host:99999", "http:///v1", "file:///etc", "localhost"]
)
def test_what_is_no_address_is_told_before_anything_is_asked(url: str):
    with pytest.raises(ModelUnusable, match="its address is none") as raised:
        LlmReader(LlmSettings("m", url))
    assert "hush" not in str(raised.value)


def test_a_key_as_short_as_a_word_is_left_in_the_words_of_a_server():
    assert "answers 404: no such model" in Asked(refusal(404, "no such model"), key="no").trouble


def test_tokens_that_no_server_can_have_counted_are_not_counted():
    asked = Asked(reply(good(), usage={"prompt_tokens": -5, "completion_tokens": 10**30}))
    assert asked.reading is not None
    assert asked.reading.usage == Usage(1, 0, 0)


def test_a_base_address_may_have_a_query_and_the_whole_path():
    with serving(reply(good())) as served:
        url = f"{served.url}/chat/completions?api-version=1"
        LlmReader(LlmSettings("m", url)).read(ARTICLE, source_id="talks")
    assert served.paths == ["/v1/chat/completions?api-version=1"]


@pytest.fixture
def replay(tmp_path: Path) -> Callable[[bytes], Reading]:
    from parley.loaders.llm.reading import requests

    def read(kept: bytes) -> Reading:
        told = LlmSettings("m", replay=tmp_path)
        (name,) = requests("talks", ARTICLE, told)
        (tmp_path / name).write_bytes(kept)
        return LlmReader(told).read(ARTICLE, source_id="talks")

    return read


def test_answers_are_replayed_as_servers_send_them_or_as_plain_json(replay: Callable[[bytes], Reading]):
    whole, plain = replay(reply(good()).body), replay(json.dumps(good()).encode())
    assert whole.records == plain.records
    assert (whole.usage, plain.usage) == (Usage(0, 100, 20), Usage())


def test_a_replayed_answer_that_is_not_there_or_broken_is_one_line(tmp_path: Path, replay: Callable[[bytes], Reading]):
    with pytest.raises(ModelSilent, match=r"talks-\w{12}\.json is not there; --dry-run writes what to ask"):
        LlmReader(LlmSettings("m", replay=tmp_path)).read(ARTICLE, source_id="talks")
    with pytest.raises(ModelSilent, match="the answer cannot be used"):
        replay(b"no")
    with pytest.raises(ModelSilent, match=r"\.json has more than 8,000,000 bytes"):
        replay(b" " * 8_000_001)
