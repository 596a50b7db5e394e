"""Plain text: verbatim, in every encoding, mojibake repaired or refused."""

from __future__ import annotations

import codecs
import gzip
import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from load_builders import FRENCH, one, put, refusal

from pipeline.errors import ArticleError, UsageError
from pipeline.load import LoadOptions
from pipeline.load.clean import clean
from pipeline.load.decode import decode
from pipeline.load.text import heading

#: The same sentences in letters that every encoding below holds.
PLAIN = "\n".join([FRENCH.replace("\u202f", " ").replace("’", "'").replace("€", "euros")] * 2)


def test_a_text_is_loaded_verbatim_with_its_hash(tmp_path: Path) -> None:
    text = "  Un titre de trois mots\n\n" + FRENCH + "\n\n  Cœur ﬁn ½ Ａ … — “x”\t!  \n"
    article = one(put(tmp_path, "a.b-1.txt", text))
    assert article.text == text
    assert article.id == "a.b-1"
    assert article.source == str(tmp_path / "a.b-1.txt")
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert article.language == "fr"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_unicode_encodings_are_found(tmp_path: Path, encoding: str, mark: bytes) -> None:
    assert one(put(tmp_path, "a.txt", mark + FRENCH.encode(encoding))).text == FRENCH


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "iso8859-15", "mac-roman", "cp850", "cp437"]
)
def test_single_byte_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    assert one(put(tmp_path, "a.txt", PLAIN.encode(encoding))).text == PLAIN


def test_the_letters_of_windows_are_kept(tmp_path: Path) -> None:
    text = FRENCH.replace("\u202f", "\u00a0") + " Le cœur de métier… – « l’été » à 20 €."
    assert one(put(tmp_path, "a.txt", text.encode("cp1252"))).text == text


def test_the_euro_sign_of_iso_8859_15_is_kept() -> None:
    text = "Le cœur de métier : 20 € à Évry, où la société a été créée."
    assert decode(text.encode("iso8859-15")) == text


def test_an_encoding_that_is_given_decides_where_utf_8_fails(tmp_path: Path) -> None:
    text = PLAIN + " Zoë Brun, de Łódź."
    text = text.replace("à", "á").replace("è", "é").replace("ë", "ę")
    data = text.replace("Évry", "Lyon").encode("cp1250")
    assert "Łódź" in one(put(tmp_path, "a.txt", data), encoding="cp1250").text
    assert one(put(tmp_path, "b.txt", FRENCH), encoding="cp1250").text == FRENCH
    assert refusal(put(tmp_path, "c.txt", data), encoding="ascii") == "not in the encoding ascii"


def test_an_unknown_encoding_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="unknown encoding 'klingon'"):
        LoadOptions(encoding="klingon")


def test_a_letter_cut_in_half_at_the_end_is_dropped(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.txt", (FRENCH + " é").encode()[:-1])).text == FRENCH + " "


def test_stray_windows_bytes_in_utf_8_are_read_one_by_one(tmp_path: Path) -> None:
    data = FRENCH.encode() + b" Un ajout de l\x92\xe9quipe."
    assert one(put(tmp_path, "a.txt", data)).text == FRENCH + " Un ajout de l’équipe."


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac-roman"])
def test_mojibake_is_repaired(tmp_path: Path, wrong: str) -> None:
    text = FRENCH + "\nÀ l’École : forêt, maïs, Noël, hôtel, août."
    broken = "".join(bytes([byte]).decode(wrong, "ignore") or chr(byte) for byte in text.encode())
    assert broken != text
    assert one(put(tmp_path, "a.txt", broken)).text == text


def test_mojibake_of_one_line_leaves_the_others_alone() -> None:
    good = "Un prix de 20\u202f000\u00a0€ : « ≥ ½ ﬁ »"
    assert clean(good + "\nla sociÃ©tÃ©\n" + good) == good + "\nla société\n" + good


def test_windows_letters_read_as_latin_1_are_repaired() -> None:
    assert clean("l\x92\x9cuvre \x96 fin\x85") == "l’œuvre – fin…"


@pytest.mark.parametrize(
    "text",
    [
        "La soci\ufffdt\ufffd ouvre un bureau \ufffd Lyon.",
        "La soci?t? fran?aise cr??e a Lyon ouvre un bureau.",
        "La sociÃ?tÃ? française ouvre un bureau.",
        FRENCH.encode().decode("iso8859-15"),
    ],
)
def test_mojibake_with_lost_letters_is_refused(tmp_path: Path, text: str) -> None:
    assert refusal(put(tmp_path, "a.txt", text)) == "mojibake beyond repair"


@pytest.mark.parametrize(
    "text",
    [
        "L’ÂGE D’OR, un CHÂTEAU, des pâtés âgés : « Â » et ‘â’",
        "São Paulo, SÃO PAULO, JOÃO PESSOA",
        "Voir https://x.example/a?b=c&d?e puis y?z",
        "Un emoji perdu \ufffd entre deux mots",
        "VOILÀ « À » ÉTÉ ½ © ® ™ √2 ├── arbre",
        "ligature ﬁ, pleine chasse Ａ, NBSP\u00a0:, NNBSP\u202f!, ’‘“”«»…",
    ],
)
def test_what_is_no_mojibake_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_line_ends_controls_and_invisible_characters() -> None:
    assert clean("a\r\nb\rc\x0cd\u2028e") == "a\nb\nc\nd\ne"
    assert clean("\ufeffa\x00\x07b\x1bc\u200bd\u00ade\u202af") == "abcdef"
    assert clean("a\tb\u00a0c") == "a\tb\u00a0c"


def test_letters_are_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "société")) == "société"


def test_a_lone_surrogate_becomes_encodable() -> None:
    assert clean("a \ud83d b").encode() == "a \ufffd b".encode()


@given(st.text())
@example("Ã\u00a0 Ã©")
@example("Ãƒ\u00a0")
def test_clean_is_idempotent_and_encodable(text: str) -> None:
    try:
        once = clean(text)
    except ArticleError:
        return
    assert clean(once) == once
    assert once.encode().decode() == once


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nimbolia ouvre à Lyon\n\nLa suite.", "Nimbolia ouvre à Lyon"),
        ("\n# Nimbolia **ouvre** à Lyon ?\nLa suite.", "Nimbolia **ouvre** à Lyon ?"),
        ("Nimbolia ouvre à Lyon.\nLa suite.", None),
        ("Nimbolia ouvre à Lyon", None),
        ("Nimbolia ouvre à Lyon\n \n", None),
        ("Rubrique IA\nLa suite.", None),
        ("mot " * 60 + "\nLa suite.", None),
        ("Publié le 12/03/2024 à 10h\nLa suite.", None),
        ("Paris, le 3 octobre 2024\nLa suite.", None),
        ("Le programme 2024 de Nimbolia\nLa suite.", "Le programme 2024 de Nimbolia"),
        ("Quartzeo annonce :\nLa suite.", None),
    ],
)
def test_a_title_is_a_short_first_line(text: str, title: str | None) -> None:
    assert heading(text) == title


def test_markdown_and_gzip_are_plain_text(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.md", FRENCH)).text == FRENCH
    packed = one(put(tmp_path, "b.txt.gz", gzip.compress(FRENCH.encode())))
    assert (packed.id, packed.text) == ("b", FRENCH)
    assert one(put(tmp_path, "c", gzip.compress(FRENCH.encode("utf-16")))).text == FRENCH
