"""The MCP server, asked by the official client over stdio."""

import asyncio
import json
import sys

import pytest

from onrecord.archive import open_archive
from tests.made import page, reading

mcp = pytest.importorskip("mcp")


async def ask(path, *calls):
    server = mcp.StdioServerParameters(
        command=sys.executable, args=["-c", "from onrecord.commands import main; main()", "mcp", str(path)]
    )
    async with mcp.Client(server) as client:
        tools = {tool.name for tool in (await client.list_tools()).tools}
        return tools, [await client.call_tool(name, given) for name, given in calls]


def said(result):
    return json.loads(result.content[0].text)


@pytest.mark.filterwarnings("ignore")
def test_a_model_can_search_and_follow_what_it_finds(tmp_path):
    path = tmp_path / "news.onrecord"
    saved = page()
    with open_archive(path) as archive:
        archive.add(saved, reading(saved))
        key = archive.statement_keys(1)[1]
    before = path.read_bytes()
    tools, (found, article, person, statements, statement, wrong, gone) = asyncio.run(
        ask(
            path,
            ("search", {"query": "grain", "what": "statements", "speaker": "prokopiev"}),
            ("article", {"id": 1}),
            ("person", {"id": 1}),
            ("statements", {"speaker": "halloran"}),
            ("statement", {"id": key}),
            ("search", {"query": '"grain'}),
            ("article", {"id": 99}),
        )
    )
    assert tools == {"search", "article", "person", "statements", "statement"}
    assert said(found)["total"] == 2
    assert key in {hit["id"] for hit in said(found)["hits"]}
    told = said(article)
    assert told["quoted"]["text"].startswith("VELMAR")
    span = told["statements"][1]["spans"]["content"][0]
    assert told["quoted"]["text"][span[0] : span[1]] == told["statements"][1]["quoted"]["content"]
    assert said(person)["quoted"]["name"] == "Irena Prokopiev"
    assert said(statements)["total"] == 2
    evidence = said(statement)
    start, end = evidence["source_places"][0]
    assert saved.source[start:end] == evidence["quoted"]["content"]
    assert wrong.is_error
    assert "quotation mark is not closed" in wrong.content[0].text
    assert gone.is_error
    assert "no article 99" in gone.content[0].text
    assert path.read_bytes() == before
