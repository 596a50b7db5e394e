"""Where amounts of money stand: marked-up sentences, compared as whole lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.money import find_money

# [brackets] mark what must be found, and nothing else may be.
SENTENCES = (
    "La société est valorisée à [plus de 150 milliards de dollars].",
    "Elle cherche [entre 10 et 20 millions d'euros].",
    "Le tour atteint [près de 6 Mds€].",
    "Acme lève [$20M] auprès de deux fonds.",
    "Le ticket moyen est de [20\u202f000\u00a0€].",
    "Elle a levé [385 millions d’euros] en série B.",
    "La Caisse met [100 millions$] dans le projet.",
    "L'amorçage de [400 k€] a suivi celui de [12,5 M€].",
    "Il faudrait [une centaine de millions d'euros] de plus.",
    "Un prêt d'[un million de francs suisses] a été accordé.",
    "L'opérateur investit [50 milliards de FCFA] à Dakar.",
    "Le fonds apporte [US$ 5 million] au capital.",
    "Le chantier coûtera [1,2 Md€].",
    "Des tickets de [10 à 15 millions d'euros] sont courants.",
    "Le prix serait de [cent millions d'euros].",
    "Elle vaut [plus d'un milliard de dollars].",
    "Elle vaut [plus de 14 milliards de dollars] ou [12 milliards d'euros].",
    "Le prix a bondi de [5 M€] à [8 M€] et l'écart de [2 à 3 M€] demeure.",
    "Le rachat ([14 milliards de dollars], soit [12,1 milliards d’euros]) est signé.",
    "La valeur franchit le [milliard de dollars].",
    "Les deux sites ont coûté [deux cent cinquante mille euros].",
    "Le fonds gère [255 milliards$] d'actifs et [80 G$] de dette.",
    "L'abonnement coûte [9,99 euros] par mois et [99 €] par an.",
    "Il a investi [jusqu'à 20 millions d'euros] ; l'autre [au moins 5 M€].",
    "Le budget est passé de 10 à [20 millions d'euros].",
    "Le budget est passé de [10 M€] à [20 M€].",
    "La levée porte sur [quelque 300 millions d'euros].",
    "La perte est de [plusieurs centaines de millions de dollars].",
    "Elle offre [50 000 euros maximum] à chaque lauréat.",
    "Le prix a été fixé à [15 millions de livres sterling].",
    "Un don de [3 millions de livres] ([3,5 millions d'euros]).",
    "Bpifrance remet [2\u00a0000\u00a0€], puis [1.250.000 euros].",
    "Un chèque de [€10m] vient d'Allemagne, [£3bn] de Londres.",
    "Le fonds de [50 k€ à 500 k€] est ouvert.",
    "Elle mobilise [une dizaine de millions de dollars] et [quelques milliers d'euros].",
    "La ligne de crédit de [$10-15M] est prête.",
    "Elle a levé [20 millions d'euros], après [3 millions] en 2019 et [50 millions] à terme.",
    "Le fonds met [200 millions] dans l'affaire, soit [180 millions d'euros].",
    "Elle a levé [20 millions d'euros] ; elle a 7 millions d'abonnés, contre 5 millions en 2019.",
    "En 2024, [20 millions d'euros] ont été versés à 3 000 salariés.",
)

TRAPS = (
    "La gazette 20 minutes compte 3 millions de lecteurs.",
    "La hausse est de 35 % dans la zone euro.",
    "Elle revendique 7 millions d'utilisateurs.",
    "L'Euro 2024 se joue en Allemagne et l'euro baisse.",
    "Le titre cote sur le NYSE Euronext.",
    "Composez le 01 42 20 19 84.",
    "Le groupe 3M et la chaîne M6 ont 20 M de clients.",
    "Le dollar a perdu 2 points face au yen.",
    "Il y a 300 millions d'Européens et 50 européens par équipe.",
    "La bibliothèque compte 5 millions de livres.",
    "Le milliard est atteint, dit-on, en dollars.",
    "Elle a vendu 2 000 couronnes de fleurs.",
    "La version $HOME du script est ouverte.",
    "Ils ont obtenu 10 millions de vues en 24 heures.",
    "FIFA 22 et Battlefield 2042 sont des jeux.",
    "La chaîne a réuni 7 millions de Français, puis 5 millions en 2019.",
    "Le service, 20 millions en 2019, double d'audience.",
    "Les francs-maçons sont 50 000 francs-tireurs.",
)


def strip_marks(marked: str) -> tuple[str, list[str]]:
    """Give the sentence without brackets and the marked stretches in order."""
    text, expected, start = "", [], 0
    for char in marked:
        if char == "[":
            start = len(text)
        elif char == "]":
            expected.append(text[start:])
        else:
            text += char
    return text, expected


@pytest.mark.parametrize("marked", SENTENCES)
def test_finds_exactly_the_marked_amounts(marked: str) -> None:
    text, expected = strip_marks(marked)
    found = find_money(text)
    assert [span.text for span in found] == expected
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize("text", TRAPS)
def test_finds_nothing_in_what_only_looks_like_money(text: str) -> None:
    assert find_money(text) == []


@given(st.text(alphabet=st.sampled_from(" '’0129,.€$kMmilond àe\u00a0\u202f-"), max_size=60))
def test_spans_are_ordered_disjoint_and_cut_from_the_text(text: str) -> None:
    end = 0
    for span in find_money(text):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.text
        end = span.end
