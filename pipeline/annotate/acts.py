"""Verbs and participles that tell what their subject or object is."""

from __future__ import annotations

from pipeline.french.verbs import analyses

#: Verbs of speech: their subject is oftener a person.
SAYING = frozenset(
    analyses(
        tuple(
            """
        expliquer déclarer souligner confier raconter préciser ajouter affirmer indiquer assurer
        estimer commenter résumer poursuivre rappeler noter observer insister plaider lancer
        détailler témoigner conclure argumenter avancer juger regretter promettre prévenir glisser
        sourire écrire dire admettre nuancer
            """.split()
        )
    )
)
#: What companies do: a name before such a verb is oftener an organisation.
_ACTS = analyses(
    tuple(
        """
        lever ouvrir racheter annoncer lancer recruter acquérir employer compter boucler implanter
        installer inaugurer développer proposer commercialiser éditer fabriquer signer investir
        fusionner licencier revendiquer réaliser prévoir vouloir emménager quitter transférer
        choisir étendre renforcer viser générer croquer avaler intégrer reprendre nommer embaucher
        exporter équiper fermer récolter collecter miser dévoiler présenter sortir mettre vendre
        aligner décrocher remporter tirer préparer dépasser afficher enregistrer diversifier
        accélérer poursuivre nouer rejoindre supprimer céder déployer fournir
            """.split()
    )
)
COMPANY_ACTS = frozenset(_ACTS)
#: Of these the forms that follow a subject: not "Léa Brun nommée directrice".
COMPANY_DOES = frozenset(f for f, found in _ACTS.items() if any(x.mood == "fin" for x in found))
#: What is said of companies in the passive or apposed: "X, fondée en 2015", "X a été racheté".
UNDERGONE = frozenset(
    stem + ending
    for stem in "fondé créé cofondé basé installé racheté valorisé spécialisé lancé".split()
    for ending in ("", "e")
)
FOUNDING = frozenset(analyses(("fonder", "cofonder")))
#: Before the name of whom they concern: "a racheté X", "préside X".
ACQUIRING = frozenset(
    analyses(tuple("racheter acquérir offrir avaler absorber présider cofonder".split()))
)
#: Openings of a sentence whose subject, after a comma, is a company: "Fondée en 2015, X …".
FRONTED = frozenset(
    """fondé fondée créé créée né née basé basée lancé lancée installé installée valorisé valorisée
    spécialisé spécialisée implanté implantée éditeur pionnier spécialiste leader soutenu
    soutenue""".split()
)
#: Before the name of what a company shows: a product, oftener than another company.
SHOWING = frozenset(
    analyses(tuple("lancer dévoiler présenter sortir imposer ajouter proposer publier".split()))
)
