"""Where time expressions stand: marked-up sentences, compared as whole lists."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.date_patterns import CORE, TRIGGER
from pipeline.annotate.dates import find_dates
from pipeline.french.calendar import flatten

# [brackets] mark what must be found, and nothing else may be.
SENTENCES = (
    "Le groupe ouvrira un bureau à Lyon [d'ici la fin de l'année].",
    "Elle dirige la filiale [depuis 2019], après un passage chez Orange.",
    "L'ouverture est prévue [fin 2024], ou [à la fin de cette année].",
    "Un deuxième site suivra [plus tard cette année] à Lille.",
    "La levée sera bouclée [à la mi-2025] et non [fin 2026].",
    "Le siège déménagera [au premier trimestre 2025].",
    "Les ventes du [T3 2023] ont dépassé celles du [S1 2024].",
    "Les équipes emménageront [à la rentrée].",
    "[Cet été], la start-up a recruté vingt personnes.",
    "Le campus ouvrira [au printemps prochain].",
    "Il a quitté son poste [mardi dernier].",
    "[L'an dernier], le chiffre d'affaires avait doublé.",
    "La société a été fondée [il y a trois ans] par deux ingénieurs.",
    "Créée [voici dix ans], elle compte 2000 salariés.",
    "La stratégie amorcée [voilà deux ans] porte ses fruits.",
    "Elle s'implantera à Madrid [dans les prochains mois].",
    "Deux bureaux ouvriront [au cours des prochains mois] en Asie.",
    "Le régulateur a fermé boutique [en avril].",
    "Le service arrivera [courant 2026] en Belgique.",
    "Il prendra ses fonctions [le 1er septembre].",
    "L'annonce est tombée [le 3 mars au soir].",
    "Les comptes de [l'exercice 2023-2024] sont publiés.",
    "Elle a travaillé chez Capgemini [entre 2012 et 2015].",
    "Il fut directeur technique [de 2004 à 2007].",
    "Elle l'a dirigé [à partir de 1991].",
    "Il restera en poste [jusqu'en 2020].",
    "La marque est née [en 2017] à Nantes.",
    "Elle arrivera [fin 2024 ou début 2025] à Turin.",
    "Elle a été primée [en 2012] et [2019], puis [en 2020] et [en 2022].",
    "Le salon ferme [samedi 21], dit-elle.",
    "L'inauguration a eu lieu [jeudi 7 juin] à Rennes.",
    "L'accord a été signé [ce mardi].",
    "[Hier], le conseil s'est réuni ; [aujourd'hui], il se tait.",
    "Le titre a reculé [cette semaine] et [le mois dernier].",
    "[Octobre 2021] : la start-up lève dix millions.",
    "Le contrat a été signé [début octobre].",
    "Un laboratoire verra le jour [en fin d'année].",
    "Elle veut doubler ses effectifs [d'ici trois ans].",
    "Le Minitel régnait [dans les années 1990].",
    "Il y avait foule, [ce 22 mai], à Station F.",
    "Publié [le 22/05/2018] à 10 h.",
    "Fondée à Toulouse ([2013]), la société vend des capteurs.",
    "Marie Durand ([2004-2007]) y fut directrice.",
    "Elle a ouvert à Metz [en 2012 et 2013].",
    "[Aujourd’hui], l’éditeur, créé [à la fin de l’année 2015], emploie 300 personnes.",
    "Le rachat sera finalisé [d’ici à la fin du premier trimestre 2025].",
    "Le ministre a parlé [hier soir], [mardi 25 janvier 2022], à Bercy.",
    "Il est parti [en fin de semaine dernière].",
    "Les travaux dureront [du 3 au 5 mars 2024].",
    "La conférence se tiendra [du 28 février au 3 mars].",
    "La direction a changé [depuis le début de l'année].",
    "Il dirige l'agence [depuis près de dix ans].",
    "Le déploiement est attendu [au plus tard fin 2025].",
    "L'usine ne produira [pas avant 2026].",
    "L'entreprise vise la neutralité [à l'horizon 2030].",
    "Il a pris, [dès juin 2016], un bureau à Bordeaux.",
    "Le poste est vacant [depuis avril] ; elle l'occupera [dès l'an prochain].",
    "L'effectif a triplé [ces trois dernières années].",
    "[Au cours des douze derniers mois], 400 emplois ont été créés.",
    "Elle fut lancée [au début des années 2000].",
    "La start-up, [âgée de 5 ans], est rentable.",
    "La filiale, [âgée d'un an], et sa sœur, [âgée de dix-huit mois], fusionnent.",
    "Une jeune pousse [âgée d'une dizaine d'années].",
    "La société, [vieille de dix ans], change de nom.",
    "Le Conseil des ministres du [14 Novembre 2012] l'a nommé.",
    "Le mandat court [jusqu'au 30 juin 2026].",
    "Les salariés seront fixés [dans la nuit de lundi à mardi].",
    "[Un an plus tôt], elle quittait Dassault.",
    "Elle démissionne [la même année].",
    "[Le lendemain], le PDG confirmait.",
    "Un site ouvrira à Nice [au deuxième semestre].",
    "[Les six premiers mois de 2024] ont été difficiles.",
    "Il arrivera [lundi prochain] à Paris.",
    "Le plan est étalé [sur les trois années à venir].",
    "La boutique ouvrira [avant Noël].",
    "Le salon aura lieu [le week-end prochain].",
    "L'offre court [jusqu'à la fin du mois].",
    "[En mars dernier], elle a nommé un directeur.",
    "La hausse date d'[avril 2020].",
    "Un bureau à Oslo [fin 2024-début 2025] est possible.",
    "Elle a levé 20 millions d'euros [en 2021] auprès de 3 fonds.",
    "[Depuis\u00a02019], l’équipe compte 20\u202f000 membres.",
)

# Sentences without any time expression, each with something that looks like one.
TRAPS = (
    "Le jeu FIFA 22 s'est mieux vendu que Battlefield 2042.",
    "L'entreprise compte 2000 salariés et 1998 clients.",
    "La gazette 20 minutes est distribuée à Lyon.",
    "Il a déclaré dans 20 Minutes que tout va bien.",
    "Elle habite rue de la Saint-Martin, au numéro 2014.",
    "La sonde file vers Mars, la planète rouge.",
    "Le groupe Mars rachète un fabricant de céréales.",
    "La mission Mars 2020 a coûté cher.",
    "Avril Lavigne et Mai Lan ont chanté.",
    "Le Printemps ouvre un magasin à Doha.",
    "Elle a été nommée directrice générale.",
    "Ils ont été 2 000 à signer.",
    "Composez le 01 42 20 19 84 ou le 06 20 20 20 20.",
    "La hausse atteint 20 % par an, 5 % par mois.",
    "Chaque année, chaque mois et tous les jours, il recrute.",
    "Paris 2024 et France 2030 sont des programmes.",
    "Windows 2000 et Office 2019 sont des logiciels.",
    "La loi n° 2016-1321 porte sur le numérique.",
    "Le budget atteint 2019 euros.",
    "Le montant est de 2 015 €.",
    "Le groupe emploie plus de 2020 personnes dans le monde.",
    "Le Mardi Gras est un magasin.",
    "Âgé de 28 ans, Alex Martin dirige la société.",
    "Ils sont âgés d'une vingtaine d'années, elle de 40 ans.",
    "Il a 35 ans et trois enfants.",
    "Le vendredisme est une idée.",
    "« À demain », a-t-elle conclu.",
    "Tous les lundis, l'équipe se réunit.",
    "Le tarif est de 12 euros par mois.",
    "La fin justifie les moyens, dit la dernière.",
    "Le projet a duré six mois.",
    "Elle est en fin connaisseuse de la région.",
    "Le 4e étage du 12 avenue du Maine.",
    "La version 2.2020 est disponible.",
    "Les Q7 et les T2 sont des appareils.",
    "Il a dit que cela fait du bien.",
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
def test_finds_exactly_the_marked_expressions(marked: str) -> None:
    text, expected = strip_marks(marked)
    found = find_dates(text)
    assert [span.text for span in found] == expected
    assert all(text[span.start : span.end] == span.text for span in found)


@pytest.mark.parametrize("text", TRAPS)
def test_finds_nothing_in_what_only_looks_like_time(text: str) -> None:
    assert find_dates(text) == []


def test_typography_does_not_change_what_is_found() -> None:
    plain = "Elle ouvrira d'ici la fin de l'année, soit fin 2024 ou le 1er mars."
    printed = plain.replace("'", "\u2019").replace("fin 2024", "fin\u00a02024")
    assert [(s.start, s.end) for s in find_dates(printed)] == [
        (s.start, s.end) for s in find_dates(plain)
    ]


@given(st.text(alphabet=st.sampled_from(" '’0129dlfin mars2024,.-àéè\n\u00a0Ile"), max_size=60))
def test_spans_are_ordered_disjoint_and_cut_from_the_text(text: str) -> None:
    end = 0
    for span in find_dates(text):
        assert end <= span.start < span.end
        assert text[span.start : span.end] == span.text
        end = span.end


@pytest.mark.parametrize("marked", SENTENCES + TRAPS)
def test_the_cheap_trigger_misses_no_core(marked: str) -> None:
    flat = flatten(strip_marks(marked)[0])
    triggers = {match.start() for match in TRIGGER.finditer(flat)}
    assert {match.start() for match in CORE.finditer(flat)} <= triggers


def test_search_is_linear_on_long_texts() -> None:
    paragraph = " ".join(strip_marks(s)[0] for s in SENTENCES + TRAPS) + "\n"

    def seconds(copies: int) -> float:
        text = paragraph * copies
        best = float("inf")
        for _ in range(3):
            started = time.perf_counter()
            find_dates(text)
            best = min(best, time.perf_counter() - started)
        return best

    assert seconds(16) < 4 * 2.5 * seconds(4)
