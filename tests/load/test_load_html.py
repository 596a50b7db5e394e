"""Web pages: the article, its title and date, without what stands around it."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from load_builders import BODY, one, page, put, refusal

from pipeline.french.typography import fold
from pipeline.load.html import strip_tags, with_title

HEAD = (
    "<meta charset='utf-8'><title>Nimbolia à Besançon | Le Fil Tech</title>"
    "<link rel='canonical' href='https://fil.example/nimbolia'>"
    "<meta property='article:published_time' content='2024-03-12T23:30:00+01:00'>"
)


def test_a_page_gives_title_body_date_and_address(tmp_path: Path) -> None:
    article = one(put(tmp_path, "p.html", page(f"<h1>Nimbolia à Besançon</h1>{BODY}", HEAD)))
    assert article.title == "Nimbolia à Besançon"
    assert article.url == "https://fil.example/nimbolia"
    assert article.published == date(2024, 3, 12)
    lines = article.text.split("\n")
    assert lines[0] == "Nimbolia à Besançon"
    assert len(lines) >= 4
    assert "20 000 €" in fold(article.text)
    assert article.text.count("Nimbolia à Besançon") == 1
    for boilerplate in ("Accueil", "Rubrique IA", "À lire aussi", "Mentions légales", "<"):
        assert boilerplate not in article.text


def test_a_title_that_the_body_lacks_is_put_before_it(tmp_path: Path) -> None:
    article = one(put(tmp_path, "p.htm", page(head=HEAD)))
    assert article.text.startswith("Nimbolia à Besançon\n\nLa jeune pousse")


def test_a_day_that_the_text_mentions_is_not_its_date(tmp_path: Path) -> None:
    body = BODY + "<p>Le 14 juin 2023, elle avait levé 12 millions d’euros en deux semaines.</p>"
    assert one(put(tmp_path, "p.html", page(body))).published is None


def test_the_dateline_of_a_page_without_metadata(tmp_path: Path) -> None:
    body = "<h1>Nimbolia à Besançon</h1><p>Publié le 12 mars 2024</p>" + BODY
    assert one(put(tmp_path, "p.html", page(body))).published == date(2024, 3, 12)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "mac-roman", "utf-16"])
def test_declared_encodings(tmp_path: Path, encoding: str) -> None:
    declared = f"<meta charset='{encoding}'>"
    text = page(BODY.replace("\u202f", " ").replace("’", "'").replace("€", "euros"), declared)
    article = one(put(tmp_path, "p.html", text.encode(encoding)))
    assert "Évry" in article.text
    assert "directrice générale" in article.text


def test_an_xml_declaration_does_no_harm(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="utf-8"?>' + page()
    assert "Besançon" in one(put(tmp_path, "p.xhtml", text)).text


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    assert "<" not in one(put(tmp_path, "p.txt", page())).text
    packed = one(put(tmp_path, "q.html.gz", gzip.compress(page(head=HEAD).encode())))
    assert (packed.id, packed.title) == ("q", "Nimbolia à Besançon")


def test_a_short_brief_is_an_article(tmp_path: Path) -> None:
    text = "<p>Nimbolia ouvre un bureau à Lille, a annoncé hier sa directrice générale.</p>"
    assert one(put(tmp_path, "p.html", text)).text == text[3:-4]


def test_soft_hyphens_do_not_split_words(tmp_path: Path) -> None:
    text = page(BODY.replace("Nimbolia", "Nim&shy;bo&#8203;lia"))
    assert "Nimbolia" in one(put(tmp_path, "p.html", text)).text


LINKS = "".join(f"<li><a href='/{n}'>Sujet numéro {n} sur la tech</a></li>" for n in range(30))


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<!DOCTYPE html><html><body><nav><a href='/'>Accueil</a></nav></body></html>",
        f"<html><head><title>Index</title></head><body><ul>{LINKS}</ul></body></html>",
        "<html><body>" + "<div>" * 20_000 + "x",
        "<p><<<>>><a",
    ],
    ids=["empty", "navigation", "links", "deep", "no markup"],
)
def test_a_page_without_article_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal(put(tmp_path, "p.html", text)) == "no article in this page"


def test_the_title_is_not_repeated_for_its_typography() -> None:
    assert (
        with_title("L'été de Nimbolia", "L’Été de Nimbolia\nSuite.") == "L’Été de Nimbolia\nSuite."
    )
    assert with_title("Titre", "Suite.") == "Titre\n\nSuite."
    assert with_title(None, "Suite.") == "Suite."


def test_strip_tags_keeps_paragraphs_and_drops_scripts() -> None:
    markup = (
        "<p>Un&nbsp;<b>mot</b>,\n puis&#39;</p><script>var x = '<p>';</script>"
        "<figure><figcaption>Légende</figcaption></figure><ul><li>a</li><li>b</li></ul>fin<br/>là"
    )
    lines = [line for line in strip_tags(markup).split("\n") if line]
    assert lines == ["Un\u00a0mot, puis'", "a", "b", "fin", "là"]
