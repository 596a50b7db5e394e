"""The training data: markup, BRAT, templates, token borders; and the component itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.annotate.language import load_model
from pipeline.annotate.training import (
    LABELS,
    doc_bin,
    main,
    outermost,
    own_sentences,
    parse_markup,
    read_brat,
    templates,
    winer_documents,
)
from pipeline.errors import ConfigError

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus" / "train"
TRAINED = ROOT / "models" / "depeche_ner"
WINER = ROOT.parent / "shared" / "data" / "winer-fr"


def surfaces(annotated):
    return [(annotated.text[s:e], label) for s, e, label in annotated.entities]


def test_markup_gives_plain_text_and_offsets():
    read = parse_markup("[Voltaneo|ORG] s’installe à [Milan|LOC].")
    assert read.text == "Voltaneo s'installe à Milan."
    assert read.entities == ((0, 8, "ORG"), (22, 27, "LOC"))


@pytest.mark.parametrize(
    "line",
    [
        "[Milan|CITY] attend.",
        "[Milan attend.",
        "[ Milan|LOC] attend.",
        "{city} attend.",
        "[A|[B|ORG]",
    ],
)
def test_ill_formed_markup_is_refused(line):
    with pytest.raises(ConfigError):
        parse_markup(line)


def test_outermost_keeps_the_longest_and_the_order():
    nested = [(0, 3, "LOC"), (10, 12, "LOC"), (0, 20, "ORG"), (30, 34, "PER"), (33, 40, "ORG")]
    assert outermost(nested) == ((0, 20, "ORG"), (33, 40, "ORG"))


def test_brat_is_read_by_paragraph(tmp_path):
    text = "Titre à Brest\n\nL’université de Brest parle le 3 mai à Twitter."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tLocation 8 13\tBrest\n"
        "T2\tOrganization 17 36\tuniversité de Brest\n"
        "T3\tLocation 31 36\tBrest\n"
        "T4\tDate 46 51\t3 mai\n"
        "T5\tProduct 54 61\tTwitter\n"
        "R1\tOf Arg1:T2 Arg2:T3\n",
        encoding="utf-8",
    )
    assert text[17:36] == "université de Brest"
    title, body = read_brat(tmp_path / "a.txt")
    assert surfaces(title) == [("Brest", "LOC")]
    assert body.text.startswith("L'université")
    assert surfaces(body) == [("université de Brest", "ORG"), ("Twitter", "MISC")]
    _, body = read_brat(tmp_path / "a.txt", frozenset({"Twitter"}))
    assert surfaces(body)[-1] == ("Twitter", "ORG")


def test_templates_deal_every_name_once_before_any_again(tmp_path):
    (tmp_path / "names").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "names" / "org.txt").write_text("Aube\nBise\nCime\n", encoding="utf-8")
    (tmp_path / "names" / "where.txt").write_text("en [Suède|LOC]\n", encoding="utf-8")
    (tmp_path / "templates" / "a.txt").write_text(
        "# comment\nLe bureau de [{org}|ORG] {where}.\n", encoding="utf-8"
    )
    made = templates(tmp_path, copies=6)
    assert made == templates(tmp_path, copies=6)
    names = [surfaces(sentence)[0][0].title() for sentence in made]
    assert sorted(names[:3]) == sorted(names[3:]) == ["Aube", "Bise", "Cime"]
    assert all(surfaces(sentence)[1][1] == "LOC" for sentence in made)
    # "de Aube" is elided in most of many, never before a consonant.
    texts = [sentence.text.lower() for sentence in templates(tmp_path, copies=300)]
    assert sum("d'aube" in t for t in texts) > 2 * sum("de aube" in t for t in texts) > 0
    assert not any("d'bise" in t for t in texts)


def test_a_slot_without_names_is_an_error(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "names").mkdir()
    (tmp_path / "templates" / "a.txt").write_text("[{org}|ORG] recrute.\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape("{org}")):
        templates(tmp_path, copies=1)


def test_own_corpus_is_large_varied_and_well_formed():
    by_hand = own_sentences(CORPUS)
    filled = templates(CORPUS, copies=4)
    assert len({sentence.text for sentence in by_hand}) == len(by_hand) >= 350
    assert len(by_hand) + len(filled) >= 700
    for sentence in by_hand + filled:
        assert sentence.entities == outermost(sentence.entities)
        assert not re.search(r"  | ,|\bde de\b|\bà (le|les)\b", sentence.text), sentence.text
        for start, end, label in sentence.entities:
            surface = sentence.text[start:end]
            assert label in LABELS
            # No article and no title inside a country, a place or a person.
            if label in ("LOC", "PER"):
                assert not re.match(r"(la|le|les|l'|M\.|Mme|MM\.|Me|Dr) ?\b[a-zA-Z]", surface), (
                    surface
                )


def test_train_says_that_its_data_is_missing(tmp_path, capsys):
    places = ["--work", str(tmp_path / "work"), "--target", str(tmp_path / "target")]
    assert main(["--winer", str(tmp_path / "none"), *places]) == 0
    assert re.match(r"skipped: .*none is missing", capsys.readouterr().err)
    assert list(tmp_path.iterdir()) == []


# The articles may not stand in the project: where they are missing there is nothing to split.
@pytest.mark.shared
@pytest.mark.skipif(not WINER.is_dir(), reason="../shared is missing")
def test_winer_is_split_by_document():
    train, held_out = winer_documents(WINER)
    assert len(train) + len(held_out) == 964
    assert len(held_out) == 97
    labels = {label for d in train for p in d for *_, label in p.entities}
    assert labels == set(LABELS)
    seen = {p.text for d in train for p in d if len(p.text) > 100}
    assert not seen & {p.text for d in held_out for p in d if len(p.text) > 100}


@pytest.mark.model
def test_entities_that_cut_a_token_are_unknown_not_absent():
    nlp = load_model()
    made, cut = doc_bin(
        nlp, [parse_markup("La [Station F|ORG]."), parse_markup("[Aube|ORG] lève.")]
    )
    first, second = made.get_docs(nlp.vocab)
    assert cut == 1
    assert [token.ent_iob_ for token in first] == ["O", "", ""]
    assert [(e.text, e.label_) for e in second.ents] == [("Aube", "ORG")]


@pytest.mark.model
def test_the_trained_component_is_small_and_better_where_it_must_be():
    assert sum(f.stat().st_size for f in TRAINED.rglob("*") if f.is_file()) < 15e6
    assert not list(TRAINED.rglob("*.pkl"))
    raw, trained = load_model(), load_model(trained=TRAINED)
    lines = [
        "[Brumelia|ORG], start-up de [Lille|LOC], lève 3 M€ auprès de [Sorbier Capital|ORG].",
        "[Odile Varenne|PER] quitte [Quartz & Co|ORG] pour [Tildeus|ORG].",
        "L'éditeur [Ocarynth|ORG] ouvre un bureau à [Rotterdam|LOC].",
        "Le rachat de [Mirabo|ORG] par [Hautval|ORG] est signé, annonce [Bruno Castan|PER].",
        "Chez [Pampille|ORG], à [Angoulême|LOC], on recrute.",
    ]

    learnt = " ".join(sentence.text for sentence in own_sentences(CORPUS))
    for line in lines:
        names = [name for name, label in surfaces(parse_markup(line)) if label != "LOC"]
        assert not any(name in learnt for name in names)

    def hits(nlp):
        found = 0
        for line in lines:
            gold = parse_markup(line)
            ents = {(e.text, e.label_) for e in nlp(gold.text).ents}
            found += len(ents & set(surfaces(gold)))
        return found

    assert hits(trained) >= 12 > hits(raw)
