"""Broken JSON of every sort that pages hold gives what can be made of it."""

import pytest

from onrecord.declared.loose_json import read_json


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "b"}', [{"a": "b"}]),
        ('<!-- {"a": "b"} -->', [{"a": "b"}]),
        ('//<![CDATA[\n{"a": "b"}\n//]]>', [{"a": "b"}]),
        ('/*<![CDATA[*/{"a": 1}/*]]>*/', [{"a": 1}]),
        ('{"a": "b",}', [{"a": "b"}]),
        ('{"a": ["b", "c",],}', [{"a": ["b", "c"]}]),
        ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
        ('{"a": "one\ttwo", "b": 2,}', [{"a": "one\ttwo", "b": 2}]),
        ('{"headline": "The "quiet" mayor", "n": 1}', [{"headline": 'The "quiet" mayor', "n": 1}]),
        ('{"headline": "Call him "quiet"", "n": 1}', [{"headline": 'Call him "quiet"', "n": 1}]),
        ('{"a": "b" // said so\n, "c": "d"}', [{"a": "b", "c": "d"}]),
        ('{"a": /* none */ "b"}', [{"a": "b"}]),
        ('{"author": Mara Quill,\n "n": 1}', [{"author": "Mara Quill", "n": 1}]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1};', [{"a": 1}]),
        ('{"a": "b" "c": "d"}', [{"a": "b", "c": "d"}]),
        ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}]),
        ('{"a": {"b": "c"', [{"a": {"b": "c"}}]),
        ('{"a": "\\u00e9\\ud83d\\ude00",}', [{"a": "é😀"}]),
        ('{"a": "\\ud83d"}', [{"a": "\ufffd"}]),
        ('{"url": "http://example.org/a", // here\n "n": 2}', [{"url": "http://example.org/a", "n": 2}]),
        ("", []),
        ("var x = 1;", []),
    ],
)
def test_reads_what_can_be_made_of_it(text: str, expected: list[object]) -> None:
    assert read_json(text) == expected


def test_ends_on_deep_nesting() -> None:
    assert isinstance(read_json("[" * 200_000), list)


def test_ends_soon_on_a_long_run_of_marks() -> None:
    assert isinstance(read_json('{"a": ' + '"' * 50_000), list)
