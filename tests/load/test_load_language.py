"""French is read, other languages are refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from load_builders import FRENCH, one, put, refusal

from pipeline.load.language import foreign_language

ENGLISH = (
    "The company said on Tuesday that it will open a new office in Paris by the end of the "
    "year, its second site in Europe. About forty engineers will work there, said the firm."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("La empresa anunció el martes que abrirá una nueva oficina en París antes de que "
         "termine el año, su segunda sede en Europa.", "es"),
        ("L'azienda ha annunciato martedì che aprirà un nuovo ufficio a Parigi entro la fine "
         "dell'anno, la sua seconda sede in Europa dopo Dublino.", "it"),
        ("Das Unternehmen teilte am Dienstag mit, dass es bis Ende des Jahres ein neues Büro "
         "in Paris eröffnen wird.", "de"),
        ("Компания объявила во вторник, что до конца года откроет новый офис в Париже.", "ru"),
        ("该公司周二宣布将在年底前在巴黎开设新办事处。", "zh"),
    ],
)  # fmt: skip
def test_other_languages_are_refused_by_name(tmp_path: Path, text: str, code: str) -> None:
    path = put(tmp_path, "a.txt", text)
    assert refusal(path) == f"not French ({code})"
    unchecked = one(path, check_language=False)
    assert (unchecked.text, unchecked.language) == (text, None)


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI ouvre un bureau à Paris.",
        "Meta rachète Scale AI",
        "Google Cloud Next",
        "Amazon Web Services, Google Cloud, Microsoft Azure : le trio de tête",
        "Tim Cook, CEO d'Apple, et Satya Nadella, Chief Executive Officer de Microsoft, au World "
        "Economic Forum Annual Meeting de Davos avec Sundar Pichai (Google Cloud Platform)",
        f"{FRENCH} {FRENCH} « We will open the office by the end of the year », said the firm.",
        FRENCH.upper(),
    ],
)
def test_french_with_english_names_is_french(tmp_path: Path, text: str) -> None:
    assert one(put(tmp_path, "a.txt", text)).language == "fr"


@given(st.text())
def test_the_check_never_raises(text: str) -> None:
    code = foreign_language(text)
    assert code is None or code.isalpha()
