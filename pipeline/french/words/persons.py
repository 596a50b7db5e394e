"""Words of persons: titles, particles of their names, nouns that stand for somebody."""

from __future__ import annotations

TITLES = frozenset(
    """
    cheikh docteur dr dr. lady lord m. madame maître me. mesdames messieurs mlle mm. mme mme.
    monsieur mr mr. pr pr. professeur sheikh sir
    """.split()
)
PERSON_PARTICLES = frozenset(
    """
    al ben bin d' da de del della den der des di dos du e el ibn la le ter van von y
    """.split()
)
#: Nouns by which the press refers to a person.
PERSON_NOUNS = frozenset(
    """
    avocat avocate centralien centralienne chef cheffe chercheur chercheuse diplômé diplômée
    dirigeant dirigeante développeur entrepreneur entrepreneure entrepreneuse femme financier
    financière homme informaticien informaticienne ingénieur ingénieure intéressé intéressée
    investisseur manager milliardaire normalien normalienne patron patronne polytechnicien
    polytechnicienne quadragénaire quinquagénaire responsable sexagénaire trentenaire élu élue
    énarque
    """.split()
)
