"""The lexicon's files: sizes, agreement with each other, and names that must be there."""

from __future__ import annotations

import csv
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ConfigError
from pipeline.french.typography import key
from pipeline.lexicon import Lexicon, Organisation, load_lexicon
from pipeline.lexicon.places import COLUMNS, Gazetteer
from pipeline.lexicon.table import keys

FOLDER = Path(__file__).parents[2] / "models" / "lexicon"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@given(st.lists(st.text(alphabet="aÉœ-'.| \u00a0ß", max_size=6), max_size=6))
def test_folding_together_is_folding_one_by_one(texts: list[str]) -> None:
    assert keys(texts) == [key(text) for text in texts]


def test_same_arguments_give_the_same_object(lexicon: Lexicon) -> None:
    assert load_lexicon() is lexicon
    assert load_lexicon(FOLDER.parent) is lexicon


def test_models_folder_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DEPECHE_MODELS", str(tmp_path))
    with pytest.raises(ConfigError, match=r"organisations\.csv: cannot be read"):
        load_lexicon()


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("organisations", 6000),
        ("products", 1000),
        ("ambiguous", 500),
        ("first_names", 4000),
        ("places", 50_000),
        ("demonyms", 1500),
        ("nationalities", 700),
        ("paraphrases", 380),
        ("roles", 4000),
    ],
)
def test_sizes(lexicon: Lexicon, field: str, least: int) -> None:
    assert len(getattr(lexicon, field)) >= least


@pytest.mark.parametrize(
    "field",
    ["organisations", "products", "ambiguous", "first_names", "demonyms", "roles", "places"],
)
def test_keys_are_folded(lexicon: Lexicon, field: str) -> None:
    wrong = [name for name in getattr(lexicon, field) if key(name) != name or not name]
    assert wrong == []


@pytest.mark.parametrize("field", ["demonyms", "nationalities", "paraphrases"])
def test_what_stands_for_a_place_leads_to_one(lexicon: Lexicon, field: str) -> None:
    missing = {name for name in getattr(lexicon, field).values() if key(name) not in lexicon.places}
    assert missing == set()


def test_ambiguous_names_are_organisations(lexicon: Lexicon) -> None:
    assert lexicon.ambiguous - set(lexicon.organisations) == set()


@pytest.mark.parametrize("name", ["Orange", "Alan", "Free", "Meta", "H", "X", "Total", "Carrefour"])
def test_common_words_need_context(lexicon: Lexicon, name: str) -> None:
    assert key(name) in lexicon.ambiguous


@pytest.mark.parametrize("name", ["Doctolib", "OVHcloud", "Microsoft", "Partoo", "Back Market"])
def test_plain_names_do_not(lexicon: Lexicon, name: str) -> None:
    assert lexicon.organisation(name) is not None
    assert key(name) not in lexicon.ambiguous


def test_no_name_is_both_organisation_and_product(lexicon: Lexicon) -> None:
    assert lexicon.products & set(lexicon.organisations) == set()


@pytest.mark.parametrize("name", ["ChatGPT", "iPhone", "GPT-4", "French Tech Visa", "RGPD", "5G"])
def test_products(lexicon: Lexicon, name: str) -> None:
    assert key(name) in lexicon.products


@pytest.mark.parametrize(
    ("alias", "name", "kind"),
    [
        ("Facebook", "Meta", "company"),
        ("AFP", "AFP", "agency"),
        ("BNP", "BNP Paribas", "bank"),
        ("a16z", "Andreessen Horowitz", "fund"),
        ("l’X", "École polytechnique", "school"),
        ("Les Echos", "Les Échos", "media"),
        ("CNIL", "CNIL", "public"),
        ("Syntec Numérique", "Numeum", "association"),
        ("UE", "Union européenne", "institution"),
        ("FCC", "FCC", "government"),
    ],
)
def test_aliases_lead_to_the_organisation(
    lexicon: Lexicon, alias: str, name: str, kind: str
) -> None:
    found = lexicon.organisation(alias)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


def test_identifiers_belong_to_one_organisation_each(lexicon: Lexicon) -> None:
    distinct: dict[int, Organisation] = {id(o): o for o in lexicon.organisations.values()}
    for field in ("wikidata", "siren", "lei"):
        values = [v for o in distinct.values() if (v := getattr(o, field)) is not None]
        assert len(values) == len(set(values)) > 0


@pytest.mark.parametrize(
    ("name", "gender"), [("Xavier", "m"), ("Aurélie", "f"), ("Camille", "x"), ("Jean-Noël", "m")]
)
def test_first_names(lexicon: Lexicon, name: str, gender: str) -> None:
    assert lexicon.first_names[key(name)] == gender


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("lyonnaises", "Lyon"),
        ("new-yorkais", "New York"),
        ("manceaux", "Le Mans"),
        ("rochelaise", "La Rochelle"),
        ("bretonne", "Bretagne"),
        ("francilien", "Île-de-France"),
    ],
)
def test_demonyms(lexicon: Lexicon, form: str, place: str) -> None:
    assert lexicon.demonyms[key(form)] == place


@pytest.mark.parametrize(
    ("form", "country"), [("suédoise", "Suède"), ("turques", "Turquie"), ("nigérian", "Nigeria")]
)
def test_nationalities(lexicon: Lexicon, form: str, country: str) -> None:
    assert lexicon.nationalities[key(form)] == country


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("Ville rose", "Toulouse"),
        ("capitale belge", "Bruxelles"),
        ("capitale marocaine", "Rabat"),
        ("outre-Manche", "Royaume-Uni"),
        ("cité des ducs", "Nantes"),
    ],
)
def test_paraphrases(lexicon: Lexicon, form: str, place: str) -> None:
    assert lexicon.paraphrases[key(form)] == place


def test_every_merged_role_is_itself_a_code(lexicon: Lexicon) -> None:
    entries = set(lexicon.roles.values())
    codes = {entry.code for entry in entries}
    assert len(codes) >= 100
    assert {entry.merged for entry in entries} <= codes
    assert lexicon.roles[key("directrice générale")].merged == lexicon.roles[key("PDG")].merged


def test_gazetteer_rows_are_whole() -> None:
    kinds = {"city", "country", "region", "continent", "area", "district"}
    idents: set[str] = set()
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        assert tuple(reader.fieldnames or ()) == COLUMNS
        for row in reader:
            assert key(row["name"]) in row["keys"].split("|") or "," in row["name"]
            assert row["kind"] in kinds
            assert row["id"] == "" or row["id"] not in idents
            idents.add(row["id"])
            if row["latitude"]:
                assert -90 <= float(row["latitude"]) <= 90
                assert -180 <= float(row["longitude"]) <= 180


def test_gazetteer_reads_nothing_before_the_first_look_up(tmp_path: Path) -> None:
    gazetteer = Gazetteer(tmp_path / "missing.csv")
    with pytest.raises(ConfigError, match=r"missing\.csv: cannot be read"):
        len(gazetteer)


def test_gazetteer_names_a_foreign_header(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text("name,population\nLyon,1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"places\.csv, line 1: expected keys,id"):
        Gazetteer(path).get("lyon")


def test_gazetteer_can_be_handed_to_a_worker(lexicon: Lexicon) -> None:
    assert pickle.loads(pickle.dumps(lexicon.places))["lyon"] == lexicon.places["lyon"]


@pytest.mark.slow
def test_places_file_is_what_build_makes(tmp_path: Path) -> None:
    import shutil

    from pipeline.lexicon.build import build

    for name in ("exonyms.csv", "countries.csv", "regions.csv", "areas.csv"):
        shutil.copy(FOLDER / name, tmp_path / name)
    build(tmp_path)
    assert (tmp_path / "places.csv").read_bytes() == (FOLDER / "places.csv").read_bytes()
