"""JSON lines, JSON, feeds and sidecars."""

from __future__ import annotations

import gzip
import json
import random
from datetime import date
from pathlib import Path

import pytest
from load_builders import FRENCH, articles, one, put, read, refusal

from pipeline.types import Article, Rejected


def record(number: int = 1, **fields: object) -> dict[str, object]:
    return {"text": f"{FRENCH} Épisode {number}.", **fields}


def lines(*records: object) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in records)


def test_a_record_gives_every_field_and_its_text_verbatim(tmp_path: Path) -> None:
    text = f"  {FRENCH}\r\nSuite.\n"
    path = put(
        tmp_path,
        "a.jsonl",
        lines(
            {"id": "n-1", "text": text, "title": " Un  titre ", "date": "2024-03-12", "url": "u:1"}
        ),
    )
    article = one(path)
    assert article.text == text.replace("\r\n", "\n")
    assert (article.id, article.title, article.url) == ("n-1", "Un titre", "u:1")
    assert article.published == date(2024, 3, 12)


def test_field_names_can_be_told(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        "a.ndjson",
        lines({"corps": FRENCH, "titre": "Un titre", "jour": "12 mars 2024", "lien": "u", "n": 7}),
    )
    article = one(
        path,
        text_field="corps",
        title_field="titre",
        date_field="jour",
        url_field="lien",
        id_field="n",
    )
    assert (article.id, article.title, article.url) == ("7", "Un titre", "u")
    assert article.published == date(2024, 3, 12)


def test_records_without_id_are_numbered_by_line(tmp_path: Path) -> None:
    text = lines(record(1)) + "\n" + lines(record(2, id=None), record(3, id="  "))
    assert [a.id for a in articles(put(tmp_path, "a.jsonl", text))] == ["a-1", "a-3", "a-4"]


def test_one_bad_line_of_a_thousand_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    rows = [lines(record(n)) for n in range(1000)]
    rows[616] = '{"text": "La société\n'
    items = read(put(tmp_path, "mille.jsonl", "".join(rows)))
    (bad,) = [item for item in items if isinstance(item, Rejected)]
    assert bad.reason == "invalid JSON on line 617"
    assert bad.article == "mille-617"
    assert bad.source.endswith("mille.jsonl")
    assert len(items) == 1000
    assert items.index(bad) == 616


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "not a JSON object"),
        ('{"title": "Sans texte"}', "no text field"),
        ('{"text": null}', "no text field"),
        ('{"text": ["a"]}', "no text field"),
        ('{"text": "  "}', "empty"),
        ("{'text': 'x'}", "invalid JSON on line 2"),
        ('{"text": ' + "[" * 50_000, "invalid JSON on line 2"),
        ('{"text": ' + "9" * 5000 + "}", "invalid JSON on line 2"),
        ('{"text": "\\ud83d\\ud83d"}', "not French (und)"),
    ],
)
def test_each_kind_of_bad_line(tmp_path: Path, line: str, reason: str) -> None:
    path = put(tmp_path, "a.jsonl", lines(record(1)) + line + "\n" + lines(record(3)))
    first, bad, last = read(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Rejected)
    assert (bad.article, bad.reason) == ("a-2", reason)


def test_a_bad_date_leaves_the_article_undated(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", lines(record(date="bientôt")))
    assert one(path).published is None
    assert one(path, default_date=date(2020, 1, 2)).published == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (1710234000, date(2024, 3, 12)),
        (1710234000000, date(2024, 3, 12)),
        (True, None),
        (1e300, None),
        ([2024], None),
    ],
)
def test_dates_that_are_no_strings(tmp_path: Path, value: object, day: date | None) -> None:
    assert one(put(tmp_path, "a.jsonl", lines(record(date=value)))).published == day


def test_published_is_read_where_there_is_no_date(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", lines(record(published="2024-03-12")))
    assert one(path).published == date(2024, 3, 12)


def test_a_line_beyond_the_limit_is_skipped_in_bounded_memory(tmp_path: Path) -> None:
    text = lines(record(1)) + lines({"text": "é" * 400_000}) + lines(record(3))
    first, bad, last = read(put(tmp_path, "a.jsonl", text), max_bytes=300_000)
    assert isinstance(bad, Rejected)
    assert (bad.article, bad.reason) == ("a-2", "too large (over 300 kB)")
    assert [item.id for item in (first, last) if isinstance(item, Article)] == ["a-1", "a-3"]


def test_a_file_of_lines_may_be_larger_than_the_limit(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", lines(*(record(n) for n in range(100))))
    assert path.stat().st_size > 5_000
    assert len(articles(path, max_bytes=5_000)) == 100


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_lines(tmp_path: Path, encoding: str) -> None:
    text = lines(record(1), record(2)).replace("\u202f", " ")
    got = articles(put(tmp_path, "a.jsonl", text.encode(encoding)))
    assert [a.text for a in got] == [json.loads(row)["text"] for row in text.splitlines()]


def test_lines_before_a_broken_end_of_gzip_are_kept(tmp_path: Path) -> None:
    noise = random.Random(7)
    rows = [lines(record(n, id=f"r{n}", noise=noise.random())) for n in range(6_000)]
    packed = gzip.compress("".join(rows).encode())
    items = read(put(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2]), check_language=False)
    assert isinstance(items[-1], Rejected)
    assert (items[-1].article, items[-1].reason) == ("a", "broken gzip")
    assert len(items) > 1000
    assert all(isinstance(item, Article) for item in items[:-1])


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (json.dumps(record(1)), ["a"]),
        (json.dumps(record(1), indent=2), ["a"]),
        (json.dumps([record(1), record(2, id="x")]), ["a-1", "x"]),
        (json.dumps([record(1), record(2)], indent=1), ["a-1", "a-2"]),
        (lines(record(1), record(2)), ["a-1", "a-2"]),
    ],
    ids=["object", "indented", "list", "indented list", "lines"],
)
def test_json_is_an_object_a_list_or_lines(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert [a.id for a in articles(put(tmp_path, "a.json", text))] == ids
    assert [a.id for a in articles(put(tmp_path, "b/a", text))] == ids


def test_broken_json_names_its_line(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, "a.json", '{\n "text": "x",\n oups')) == "invalid JSON on line 3"
    assert refusal(put(tmp_path, "b.json", "[]")) == "empty"
    assert refusal(put(tmp_path, "c.json", "3")) == "not a JSON object"


RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Le Fil Tech</title><link>https://fil.example</link>
<item><title>Nimbolia à Lyon &amp;amp; à Évry</title><link>https://fil.example/1</link>
<guid>g1</guid><pubDate>Tue, 12 Mar 2024 23:30:00 -0400</pubDate>
<description>Un résumé.</description><content:encoded><![CDATA[
<p>La société&nbsp;<b>Nimbolia</b> ouvre un bureau à Lyon.</p><script>var x=1;</script>
<p>Elle recrute pour les équipes de la région.</p>
<p>L’article <a href="x">Nimbolia à Lyon</a> est apparu en premier sur <a>Le Fil</a>.</p>
]]></content:encoded></item>
<item><title>Quartzeo lève trois millions</title><link>https://fil.example/2</link>
<description>La start-up Quartzeo a levé trois millions auprès de fonds.
&lt;a&gt;Lire la suite&lt;/a&gt;</description></item>
<item><title>Sans rien</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>
<entry><id>urn:1</id><title>Briqueo nomme une directrice</title><link href="https://f.example/3"/>
<updated>2024-05-02T10:00:00Z</updated><published>2024-05-01T23:00:00Z</published>
<content type="html">
&lt;p&gt;Briqueo a nommé Lina Roche directrice de la société.&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
@pytest.mark.parametrize("name", ["fil.rss", "fil.xml", "fil", "fil.xml.gz"])
def test_a_feed_gives_an_article_per_entry(tmp_path: Path, name: str, encoding: str) -> None:
    data = RSS.format(encoding=encoding).replace("’", "'").encode(encoding)
    path = put(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data)
    full, teaser, bare = read(path)
    assert isinstance(full, Article)
    assert full.text.split("\n\n") == [
        "Nimbolia à Lyon & à Évry",
        "La société\u00a0Nimbolia ouvre un bureau à Lyon.",
        "Elle recrute pour les équipes de la région.",
    ]
    assert (full.title, full.url) == ("Nimbolia à Lyon & à Évry", "https://fil.example/1")
    assert full.published == date(2024, 3, 12)
    assert isinstance(teaser, Article)
    assert teaser.text.endswith("\n\nLa start-up Quartzeo a levé trois millions auprès de fonds.")
    assert teaser.published is None
    assert isinstance(bare, Rejected)
    assert bare.reason == "no text in this entry"


def test_ids_of_entries_do_not_depend_on_their_place(tmp_path: Path) -> None:
    first = read(put(tmp_path, "fil.rss", RSS.format(encoding="utf-8")))[0]
    newer = RSS.format(encoding="utf-8").replace(
        "<item>",
        "<item><title>Neuf</title><description>Un sujet neuf.</description></item><item>",
        1,
    )
    assert isinstance(first, Article)
    assert first.id.startswith("fil-")
    later = articles_of(read(put(tmp_path, "fil.rss", newer)))
    assert later[1].id == first.id


def articles_of(items: list[Article | Rejected]) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


def test_an_atom_feed(tmp_path: Path) -> None:
    article = one(put(tmp_path, "fil.atom", ATOM))
    assert article.text == (
        "Briqueo nomme une directrice\n\nBriqueo a nommé Lina Roche directrice de la société."
    )
    assert (article.url, article.published) == ("https://f.example/3", date(2024, 5, 1))


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.rss", "<rss version='2.0'><channel></channel></rss>", "no entry in this feed"),
        ("a.rss", "pas du tout un flux", "invalid XML"),
        ("a.xml", "<?xml version='1.0'?><urlset><url/></urlset>",
         "unknown format (XML that is neither a feed nor a page)"),
    ],
)  # fmt: skip
def test_bad_feeds(tmp_path: Path, name: str, text: str, reason: str) -> None:
    assert refusal(put(tmp_path, name, text)) == reason


GOLD = {"id": "d1", "topic": "office", "entities": {"ORG": ["Nimbolia"]}, "facts": []}


@pytest.mark.parametrize(
    ("published", "day"),
    [("2024-10-09", date(2024, 10, 9)), ("2024-10", date(2024, 10, 1)), (None, None)],
)
def test_a_gold_file_is_a_sidecar(tmp_path: Path, published: str | None, day: date | None) -> None:
    put(tmp_path, "d1.txt")
    put(tmp_path, "d1.json", json.dumps({**GOLD, "published": published, "text": "autre"}))
    for inputs in ([tmp_path], [tmp_path / "d1.txt"], sorted(tmp_path.iterdir())):
        article = one(*inputs)
        assert (article.id, article.text, article.published) == ("d1", FRENCH, day)
    assert one(str(tmp_path / "*")).published == day


def test_a_sidecar_gives_title_and_address_too(tmp_path: Path) -> None:
    put(tmp_path, "p.txt.gz", gzip.compress(FRENCH.encode()))
    put(tmp_path, "p.json", '{"title": "Un titre", "url": "u:1", "published": "2024-01-02"}')
    article = one(tmp_path)
    assert (article.title, article.url, article.published) == ("Un titre", "u:1", date(2024, 1, 2))


def test_a_sidecar_alone_is_no_article(tmp_path: Path) -> None:
    put(tmp_path, "d1.txt")
    path = put(tmp_path, "d1.json", json.dumps({**GOLD, "published": None}))
    assert refusal(path) == "metadata of d1.txt, not an article"


def test_a_broken_sidecar_is_named_and_the_article_goes_on(tmp_path: Path) -> None:
    put(tmp_path, "d1.txt")
    put(tmp_path, "d1.json", '{"published": ')
    bad, article = read(tmp_path)
    assert isinstance(bad, Rejected)
    assert (Path(bad.source).name, bad.reason) == ("d1.json", "invalid JSON on line 1")
    assert isinstance(article, Article)


def test_an_article_that_shares_a_name_is_no_sidecar(tmp_path: Path) -> None:
    put(tmp_path, "d1.html", "<p>Quartzeo a levé trois millions auprès de fonds de la région.</p>")
    put(tmp_path, "d1.json", json.dumps(record(1)))
    first, second = articles(tmp_path)
    assert first.text.startswith("Quartzeo")
    assert second.text.endswith("Épisode 1.")
    assert first.id == "d1"
    assert second.id == f"d1-{second.sha256[:8]}"
