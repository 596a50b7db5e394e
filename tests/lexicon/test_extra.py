"""The user's own organisations (``--lexicon``): extending, overriding, and wrong files."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.french.typography import key
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.organisations import is_lei, is_siren
from pipeline.normalise.companies import company_id


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_organisation_is_added(tmp_path: Path) -> None:
    extra = write(tmp_path, "name,aliases,kind,country\nVoltalix,Volta|VLX,fund,FR\n")
    lexicon = load_lexicon(extra=extra)
    found = lexicon.organisation("vlx")
    assert found is not None
    assert (found.name, found.kind, found.country) == ("Voltalix", "fund", "FR")
    assert lexicon.organisation("Doctolib") is not None
    assert load_lexicon().organisation("Voltalix") is None


def test_a_known_one_is_renamed_and_keeps_what_the_row_leaves_empty(tmp_path: Path) -> None:
    extra = write(tmp_path, "name,siren\nBNP,662042449\n")
    lexicon = load_lexicon(extra=extra)
    found = lexicon.organisation("BNP Paribas")
    assert found is not None
    assert (found.name, found.kind, found.wikidata) == ("BNP", "bank", "Q499707")
    assert company_id("BNP Paribas SA", lexicon) == "org:bnp"


def test_what_the_user_calls_an_organisation_is_no_product(tmp_path: Path) -> None:
    extra = write(tmp_path, "name\nChatGPT\n")
    assert key("ChatGPT") not in load_lexicon(extra=extra).products


def test_a_spreadsheet_export_with_byte_order_mark_is_read(tmp_path: Path) -> None:
    extra = tmp_path / "mine.csv"
    extra.write_text("name\r\nVoltalix\r\n", encoding="utf-8-sig", newline="")
    assert load_lexicon(extra=extra).organisation("Voltalix") is not None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("aliases\nA\n", "line 1, column name: missing"),
        ("name,colour\nA,red\n", "line 1, column colour: unknown"),
        ("name,name\nA,B\n", "line 1, column name: given twice"),
        ("name,kind\nA,company\nB,shop\n", "line 3, column kind: 'shop' is none of"),
        ("name,country\nA,France\n", "line 2, column country: 'France' is no ISO"),
        ("name,wikidata\nA,95\n", "line 2, column wikidata"),
        ("name,siren\nA,123456789\n", "line 2, column siren"),
        ("name,lei\nA,HWUPKR0MPOU8FGXBT395\n", "line 2, column lei"),
        ("name,kind\nA\n", "line 2, column kind: 1 cells where the header has 2"),
        ("name\n  \n", "line 2, column name: empty"),
        ("name\nA\nB\na\n", "line 4, column name: 'a' stands already in line 2"),
        ('name\n"A\n', "not CSV"),
    ],
)
def test_a_wrong_file_is_named_with_line_and_column(
    tmp_path: Path, text: str, message: str
) -> None:
    extra = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_lexicon(extra=extra)
    assert str(extra) in str(caught.value)
    assert message in str(caught.value)


def test_a_file_in_latin_1_is_named_with_its_line(tmp_path: Path) -> None:
    extra = tmp_path / "mine.csv"
    extra.write_bytes("name\nVoltalix\nSociété\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"line 3, column .*: not UTF-8"):
        load_lexicon(extra=extra)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.csv: cannot be read"):
        load_lexicon(extra=tmp_path / "absent.csv")


@pytest.mark.parametrize(
    ("text", "right"), [("662042449", True), ("662042448", False), ("66204244", False)]
)
def test_siren_check_digit(text: str, right: bool) -> None:
    assert is_siren(text) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [("HWUPKR0MPOU8FGXBT394", True), ("HWUPKR0MPOU8FGXBT934", False), ("HWUPKR", False)],
)
def test_lei_check_digits(text: str, right: bool) -> None:
    assert is_lei(text) is right
