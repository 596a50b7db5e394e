"""Words that carry no name: grammar, openings of sentences, months, weekdays, nouns of places."""

from __future__ import annotations

#: Words that open a sentence with a capital and are no name.
FUNCTION_WORDS = frozenset(
    """
    a acquisition actu actuellement ainsi ajoutons alors analyse ancien ancienne après arrivée
    au aucun aucune aujourd'hui aussi autant autour autre autrement autres aux avant avec b2b
    basé basée basées basés bien bientôt bon bonne brève brèves bureau bureaux c' car carnet ce
    ceci cela celle celle-ci celles celui celui-ci cent cependant certaines certains certes ces
    cet cette ceux ceux-ci chaque chez cinq cloud cofondé cofondée cofondés combien comme
    comment communiqué contacté contactée contre crédit créé créée créées créés côté d' d'abord
    dans de demain depuis dernier dernière des deux diplômé diplômée dirigé dirigée dix donc
    dont dossier douze du dès début décryptage déjà départ désormais elle elles emploi en encore
    enfin ensuite entre entreprise entretien est et exclusif exclusivité face fait faute filiale
    fin finance finances focus fondé fondée fondées fondés fort forte fruit fut futur future
    grand grande groupe grâce hier hormis huit ia ici il ils image imaginé imaginée implantation
    implanté implantée info initialement innovation installé installée installés interrogé
    interrogée interview issu issue it j' jamais je joint jointe jusqu' jusque l' la lancement
    lancé lancée le leader les leur leurs levée loin lors lorsqu' lorsque lui là ma mais malgré
    marché marchés mauvais mauvaise mercato mes mi mille mis mise moins mon même mêmes n' ne
    neuf ni nomination nominations nommé nommée non nos notons notre nous nouveau nouvelle
    numérique numéro né néanmoins née objectif objectifs on ont onze or ou oui outre ouverture
    où par parallèlement parfois pari parmi partenariat pas passé passée pendant personne petit
    petite photo pionnier placé placée plus plusieurs portrait porté portée pour pourquoi
    pourtant premier première propriété près présent présente présenté publié puis puisqu'
    puisque qu' quand quant quatre que quel quelle quelles quelques quels qui quoi quoique
    rachat rappelons reste restent retour rh rien récemment résultat s' sa saas sans sauf se
    second seconde selon sept sera seront ses seul seule seuls si six siège société soit
    sollicité sollicitée son sont source sources sous soutenu soutenue soutenus souvent
    spécialiste start-up startup sur ta tech tel telle telles tels tes titulaire ton toujours
    tous tout toute toutefois toutes tribune trois trop très tu télécoms un une vers via vidéo
    viennent vient vingt voici voilà vos votre vous y à âgé âgée ça économie éditeur édito
    également établi établie étaient était
    """.split()
)
MONTHS = frozenset(
    """
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    """.split()
)
WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
PLACE_NOUNS = frozenset(
    """
    agglomération canton capitale cité commune continent hexagone métropole pays province
    royaume région ville état île
    """.split()
)
