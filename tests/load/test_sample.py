"""The sample corpora: all of the good is read as its README says, all of the bad is named."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from pipeline.load import load
from pipeline.types import Article, Rejected

CORPUS = Path(__file__).parents[2] / "corpus"
SAMPLE, BAD = CORPUS / "sample", CORPUS / "sample-bad"

UNDATED = {"chronique-open-space"}
# Of navigation, consent dialogs, share buttons, related articles and footers.
BOILERPLATE = (
    "cookies",
    "témoins",
    "Tout accepter",
    "Accepter",
    "Continuer sans accepter",
    "Mentions légales",
    "Gérer mes choix",
    "Partager sur",
    "Tweeter",
    "Copier le lien",
    "Imprimer",
    "Temps de lecture",
    "minutes de lecture",
    "À lire aussi",
    "Sur le même sujet",
    "Les plus lus",
    "Dans la même rubrique",
    "PUBLICITÉ",
    "S’abonner à l’infolettre",
    "Je m’inscris",
    "Espace abonnés",
    "Annonces légales",
    "Offres d'emploi",
    "Nous contacter",
    "Rubriques",
    "Fil RSS",
    "Espace presse",
    "Plan du site",
    "Votre adresse",
    "commentaires",
    "est apparu en premier",
    "©",
    "<p>",
    "&nbsp;",
    "CDATA",
)


@lru_cache(maxsize=1)
def sample() -> tuple[Article, ...]:
    """Read everything; what stands there to be read by people is no article."""
    items = load([str(SAMPLE)])
    refused = []
    articles = []
    for item in items:
        if isinstance(item, Article):
            articles.append(item)
        elif not item.source.endswith("README.md"):
            refused.append(item)
    assert refused == []
    return tuple(articles)


def of_format(name: str) -> list[Article]:
    return [article for article in sample() if f"/sample/{name}/" in article.source]


def the(article_id: str) -> Article:
    (article,) = (article for article in sample() if article.id == article_id)
    return article


@pytest.mark.parametrize(("name", "count"), [("txt", 22), ("html", 8), ("jsonl", 12), ("feeds", 7)])
def test_every_article_of_every_format_is_read(name: str, count: int) -> None:
    assert len(of_format(name)) == count


def test_ids_and_texts_are_distinct() -> None:
    assert len({article.id for article in sample()}) == len(sample()) == 49
    assert len({article.sha256 for article in sample()}) == 49


def test_the_articles_have_the_length_of_news() -> None:
    words = {article.id: len(article.text.split()) for article in sample()}
    assert {name: count for name, count in words.items() if not 120 <= count <= 350} == {}


def test_all_but_the_opinion_piece_have_a_date() -> None:
    assert {article.id for article in sample() if article.published is None} == UNDATED


@pytest.mark.parametrize(
    ("article", "published"),
    [
        ("lumezia-madrid", date(2024, 2, 6)),  # sidecar
        ("nominations-semaine-11", date(2024, 3, 1)),  # sidecar with the month alone
        ("noctuo-rachat-conclu", date(2024, 12, 19)),  # sidecar of a packed text
        ("orvaltis-serie-b", date(2024, 3, 12)),  # "Publié le"
        ("microsoft-grenoble", date(2024, 5, 14)),  # agency
        ("nordalie-montreal", date(2024, 10, 3)),  # town in capitals
        ("studio-lanterne-fermeture", date(2023, 6, 6)),  # digits before a bar
        ("alpenza-lausanne", date(2022, 1, 18)),  # after a byline
        ("brizelec-saint-brieuc", date(2023, 1, 30)),  # publication, not update
        ("djiguipay-abidjan", date(2023, 11, 14)),  # signed at the end
        ("newsletter-du-vendredi", date(2024, 11, 22)),  # after an issue number
        ("nordalie-paris", date(2025, 3, 18)),  # JSON-LD, not the later update
        ("cartogene-boston", date(2022, 4, 7)),  # meta name=date
        ("hexamir-2011", date(2011, 2, 17)),  # only in the text
        ("nvidia-sophia", date(2023, 11, 7)),  # microdata
        ("communique-loutre", date(2024, 1, 25)),  # Dublin Core
        ("odoo-gand", date(2021, 10, 21)),
        ("fil-2023-0214", date(2023, 2, 14)),  # 14/02/2023
        ("fil-2024-0403", date(2024, 4, 3)),  # Unix seconds
        ("fil-2022-1003", date(2022, 10, 3)),  # "3 octobre 2022", in ``published``
        ("arch-2016-02", date(2016, 2, 1)),  # "février 2016"
    ],
)
def test_dates_of_every_kind(article: str, published: date) -> None:
    assert the(article).published == published


def test_feed_entries_have_title_date_and_address() -> None:
    found = {(entry.title, entry.published, entry.url) for entry in of_format("feeds")}
    rss, atom = "https://capcommerce.example/", "https://carnetdesfondateurs.example/"
    assert ("Lumézia quitte Madrid", date(2025, 10, 14), f"{rss}lumezia-quitte-madrid") in found
    assert ("Qui après Solène Kermadec ?", date(2025, 11, 18), f"{atom}kermadec") in found
    assert len(found) == 7


@pytest.mark.parametrize("name", ["html", "jsonl", "feeds"])
def test_titles_of_all_that_has_a_field_for_it(name: str) -> None:
    for article in of_format(name):
        assert article.title
        assert " | " not in article.title
        assert "Fil numérique" not in article.title
        if name != "jsonl":
            assert article.text.startswith(article.title)


def test_titles_of_texts_are_their_first_line() -> None:
    for article in of_format("txt"):
        assert article.title == " ".join(article.text.split("\n", 1)[0].split())


def test_the_full_item_is_read_not_its_description() -> None:
    for article in of_format("feeds"):
        assert len(article.text) > 800
        # Every item's last paragraph is there.
    ends = " ".join(article.text[-60:] for article in of_format("feeds"))
    assert "réunir 20\u00a0millions d’euros" in ends
    assert "Il faut bien commencer." in ends


def test_no_mojibake_and_no_markup_is_left() -> None:
    broken = re.compile("[\ufffd\u00ad\ufeff\u200b\r\x00-\x08]|Ã[^ ]|â€|&[a-z]+;|</?[a-z]+")
    for article in sample():
        assert broken.search(article.text) is None, article.id
        assert "é" in article.text, article.id


def _raw(path: Path) -> str:
    return path.read_text(encoding="latin-1" if path.stem == "hexamir-2011" else "utf-8")


@pytest.mark.parametrize("phrase", BOILERPLATE)
def test_what_stands_around_the_article_is_left_out(phrase: str) -> None:
    around = [*of_format("html"), *of_format("feeds")]
    raw = "".join(_raw(path) for name in ("html", "feeds") for path in (SAMPLE / name).iterdir())
    assert phrase in raw
    assert [article.id for article in around if phrase in article.text] == []


def test_captions_and_comments_are_left_out() -> None:
    assert "PHOTO FOURNIE" not in the("nordalie-paris").text
    assert "Jos Connaissant" not in the("nordalie-paris").text
    assert "Polygone scientifique. Photo" not in the("cartogene-boston").text
    assert all("était locataire" not in article.text for article in of_format("feeds"))


@pytest.mark.parametrize(
    ("article", "phrase"),
    [
        ("microsoft-grenoble", "« Le cœur de la filière bat ici »"),  # cp1252
        ("quantorel-fondation", "Un amorçage de 6,5 M€"),  # UTF-16
        ("studio-lanterne-fermeture", "Jeu vidéo : Studio Lanterne"),  # BOM
        ("noctuo-rachat-conclu", "75\u00a0millions d’euros"),  # gzip
        ("meuselia-liege", "cuillère à pot »"),  # mojibake
        ("zelligo-casablanca", "Ebène Digital, un intégrateur"),  # NFD
        ("sablier-robotics-succession", "démissionnaire"),  # soft hyphens
        ("hexamir-2011", "L'éditeur angevin Hexamir vient de racheter"),  # Latin-1
        ("odoo-gand", "recruter septante développeurs néerlandophones"),
        ("arch-2014-09", "Tanguy Le Floc'h-Bariou"),
    ],
)
def test_encodings_come_out_right(article: str, phrase: str) -> None:
    assert phrase in the(article).text


def test_the_noise_of_real_life_is_kept() -> None:
    texts = [article.text for article in sample()]

    def count(pattern: str) -> int:
        return sum(1 for text in texts if re.search(pattern, text))

    assert count(r"\d\u202f\d{3}") >= 2  # NNBSP in figures
    assert count("\u00a0") >= 10
    assert count(r"\w'\w") >= 12
    assert count(r"\w’\w") >= 25
    assert count(r"[a-zé0-9]\.[A-ZÉ][a-zé]+ ") >= 4  # glued words
    assert count(r"(?:\(…\) Lire la suite|\[…\])\s*$") == 2
    assert count(r"\w\s*$") >= 5  # no final full stop


def test_the_raw_files_hold_what_the_readme_says() -> None:
    folder = SAMPLE / "txt"
    assert (folder / "microsoft-grenoble.txt").read_bytes().count(b"\r\n") > 5
    assert b"c\x9cur" in (folder / "microsoft-grenoble.txt").read_bytes()
    assert (folder / "quantorel-fondation.txt").read_bytes().startswith(b"\xff\xfe")
    assert (folder / "studio-lanterne-fermeture.txt").read_bytes().startswith(b"\xef\xbb\xbf")
    assert "Ã¨".encode() in (folder / "meuselia-liege.txt").read_bytes()
    assert "e\u0301" in (folder / "zelligo-casablanca.txt").read_text(encoding="utf-8")
    assert "\u00ad" in (folder / "sablier-robotics-succession.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [SAMPLE, BAD], ids=["sample", "sample-bad"])
def test_the_readme_names_every_file(folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"]
    sidecars = {path for path in files if path.suffix == ".json" and path.parent.name == "txt"}
    assert len(sidecars) == (12 if folder == SAMPLE else 0)
    assert [
        path.name for path in files if f"`{path.name}`" not in readme and path not in sidecars
    ] == []
    assert len(re.findall(r"\.(?:txt|gz)` °", readme)) == len(sidecars)


def test_every_bad_input_is_named_and_the_good_beside_it_is_read() -> None:
    items = list(load([str(BAD)]))
    refused = [item for item in items if isinstance(item, Rejected)]
    reasons = {
        (Path(item.source).name, item.reason.split(" (")[0])
        for item in refused
        if not item.source.endswith("README.md")
    }
    assert reasons == {
        ("accents-perdus.txt", "mojibake beyond repair"),
        ("anglais.txt", "not French"),
        ("blancs.txt", "empty"),
        ("catalogue.xml", "unknown format"),
        ("doublon-b.txt", "duplicate of doublon-a"),
        ("espagnol.txt", "not French"),
        ("faux-gzip.txt.gz", "broken gzip"),
        ("flux-vide.xml", "no entry in this feed"),
        ("image.txt", "binary"),
        ("ligne-fausse.jsonl", "invalid JSON on line 3"),
        ("mojibake.txt", "mojibake beyond repair"),
        ("sans-texte.jsonl", "empty"),
        ("sans-texte.jsonl", "no text field"),
        ("sans-texte.jsonl", "not a JSON object"),
        ("sidecar-casse.json", "invalid JSON on line 2"),
        ("sommaire.html", "no article in this page"),
        ("tronque.txt.gz", "broken gzip"),
        ("vide.txt", "empty"),
    }
    lines = Counter(Path(item.source).name for item in refused)
    assert lines["sans-texte.jsonl"] == 5
    read = {item.id: item.published for item in items if isinstance(item, Article)}
    assert read == {
        "bad-001": date(2024, 5, 2),
        "bad-002": date(2024, 5, 3),
        "bad-004": date(2024, 5, 4),
        "bad-005": date(2024, 5, 5),
        "date-impossible": None,
        "doublon-a": None,
        "sidecar-casse": None,
    }
