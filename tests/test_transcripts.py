from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import jsonschema
import msgspec
import pytest

from onrecord.record import Reason, Unread
from onrecord.transcripts import from_json, schema, to_json
from tests.made import page, reading


@pytest.mark.parametrize(
    "published",
    [
        None,
        date(2022, 5, 21),
        datetime(2022, 5, 21, 9, 30),
        datetime(2022, 5, 21, 9, 30, 1, 5, timezone(timedelta(hours=-4))),
    ],
)
def test_a_reading_comes_back_as_it_was_written(published):
    saved = page(saved=datetime(2022, 5, 22, tzinfo=timezone(timedelta(hours=2))))
    made = reading(saved)
    made = replace(made, article=replace(made.article, published=published, modified=published))
    assert from_json(to_json(made)) == made


def test_an_unread_page_comes_back_as_it_was_written():
    unread = Unread(Reason.EMPTY, "The file holds nothing.", page().origin, "x.html")
    assert from_json(to_json(unread)) == unread


def test_what_is_written_satisfies_its_own_schema():
    saved = page()
    for outcome in (reading(saved), Unread(Reason.EMPTY, "Nothing.", None, None)):
        jsonschema.validate(msgspec.json.decode(to_json(outcome)), schema())


def test_the_schema_refuses_what_is_neither():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"reading": 1}, schema())


def test_absent_is_null_and_never_an_empty_string():
    read = msgspec.json.decode(to_json(reading(page(), agency=None)))
    assert read["article"]["agency"] is None
