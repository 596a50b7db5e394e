"""Word classes and shared phrases of the rules of purchases."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import Words, verbs, words

#: Shares that give control: above one half, with one decimal or none.
MOST = " ".join(
    [str(n) for n in range(51, 101)] + [f"{n},{d}" for n in range(50, 100) for d in range(1, 10)]
)

PHRASES: Mapping[str, tuple[str, ...]] = {
    # what may part the verb from whom it takes: the seller, the price, the time
    "aside": (
        "à la fois", "coup sur coup", "en bloc", "au passage", "dans la foulée", "en même temps", "au total",
        "à|au|aux @def? #O", "auprès de|d'|du @def? ~1 #O", "pour ~3 #M", "pour un montant ~4 #M",
        "en un|deux|trois|quatre|cinq|quelques|moins ~3", "l' an passé|dernier", "en catimini|silence|douceur",
    ),
    # who buys is told elsewhere, or nobody does
    "no_buyer": ("@award|@approve|@block|clause|@bid", ") par @def? ~2 #O"),
    # what else says "buy" after "pour" or "en"
    "grab": (
        "mettre|mettant la main sur", "prendre|prenant ~1 contrôle de|d'|du", "s' emparer|emparant de|d'|du",
        "faire|faisant ~1 acquisition de|d'|du", "s'|se ~1 @offer", "@take", "@retake",
    ),
}  # fmt: skip

WORDS: Mapping[str, Words] = {
    "take": verbs(
        "racheter acquérir avaler croquer phagocyter acheter gober engloutir "
        "dévorer rafler annexer préempter cannibaliser happer ingurgiter satelliser vampiriser harponner"
    ),
    # These take much besides companies: a song, a shock, a town.
    "retake": verbs("reprendre absorber emporter"),
    "engulf": verbs(
        "racheter acquérir avaler croquer phagocyter acheter gober engloutir dévorer rafler annexer préempter cannibaliser happer "
        "ingurgiter satelliser vampiriser harponner "
        "reprendre absorber emporter"
    ),
    "snatch": verbs("souffler ravir chiper subtiliser happer cueillir"),
    "cost": verbs("coûter"),
    "carry": verbs("porter déclarer"),
    "part": verbs("séparer délester défaire débarrasser dessaisir"),
    "close": verbs("boucler finaliser conclure annoncer signer officialiser confirmer réaliser mener faire opérer préparer"),
    "move": verbs("partir passer filer aller revenir échoir atterrir finir"),
    "grip": verbs("prendre assurer reprendre obtenir"),
    "lay": verbs("mettre poser jeter"),
    "add": verbs("ajouter accrocher inscrire épingler ranger ramener attirer prendre rapatrier loger glisser faire agréger adjoindre greffer arrimer"),
    "hand": verbs("remettre confier donner laisser céder passer abandonner transmettre"),
    "win": verbs("emporter rafler remporter décrocher empocher gagner arracher ramasser"),
    "turn": verbs("tourner"),
    "spurn": verbs("éconduire rembarrer rabrouer refuser décliner repousser rejeter écarter"),
    "find": verbs("trouver dénicher dégoter"),
    "slip": verbs("passer glisser mettre"),
    "belong": verbs("appartenir"),
    "wed": verbs("marier fiancer convoler pacser épouser fusionner unir"),
    "change": verbs("changer"),
    "board": words(
        "tableau palmarès collection portefeuille catalogue arsenal arc galaxie constellation écurie empire famille giron escarcelle bagages "
        "filets gibecière besace panier chapelet liste valises armada cheptel"
    ),
    "prey": words("proie prise cible conquête emplette trophée victime trouvaille acquisition achat rachat morceau coup pioche gibier"),
    "ordinal": words("première dernière nouvelle deuxième seconde troisième quatrième cinquième ultime autre premier dernier nouveau deuxième second troisième prochain prochaine plus"),
    "buying": words("achète acquiert rachète offre s'offre absorbe avale croque emplettes acquisition acquisitions rachat rachats prise main proie coup croissance empile collectionne"),
    # what tells near a half-told sale that something is sold
    "market": words(
        "cession vente reprise rachat rachète racheter enchères repreneur repreneurs acheteur acheteurs acquéreur acquéreurs prétendants candidats "
        "acquisition offres tribunal barre vendre vendu vendue cédé cédée vendeur tractations négociations parts capital parrain propriétaire marier mariage "
        "héritier clés soupirants opa fusion chèque transaction noces"
    ),
    "own": verbs("racheter acquérir absorber reprendre avaler croquer acheter offrir payer adjuger approprier"),
    "offer": verbs("offrir adjuger payer approprier arroger attacher octroyer attribuer") | words("paie paient paiera paierait"),
    "seize": verbs("emparer saisir"),
    "integrate": verbs("intégrer accueillir incorporer englober"),
    "hold": verbs("détenir posséder contrôler"),
    "pay": verbs("débourser mettre dépenser payer verser sortir aligner investir lâcher poser"),
    "merge": verbs("fusionner marier"),
    "purchase": words("rachat acquisition reprise absorption achat mainmise"),
    "buyout": words("rachat acquisition absorption"),
    "merger": words("fusion mariage rapprochement fusion-absorption noces regroupement"),
    "bid": words("opa ope opr offre proposition opas offres"),
    "deals": words("acquisitions rachats emplettes conquêtes proies cibles acquisition achats prises courses"),
    "join": verbs(
        "rejoindre intégrer rallier tomber passer entrer basculer atterrir arriver finir naviguer voguer évoluer ranger réfugier abriter "
        "blottir jeter terminer échouer loger aller vivre opérer"
    ),
    "lap": words(
        "giron escarcelle pavillon contrôle portefeuille tutelle coupe filets orbite mains bras "
        "bannière gibecière panier ombrelle houlette rangs coupole nasse besace couleurs toit aile étendard emblème drapeau assiette "
        "galaxie constellation famille écurie maison empire griffes serres mâchoires gueule estomac sein"
    ),
    "snare": words("giron escarcelle gibecière besace filets"),
    "become": verbs("devenir"),
    "sell": verbs("vendre céder revendre"),
    "give": verbs("céder transférer apporter"),
    "sale": words("vente cession revente"),
    "award": verbs("confier attribuer accorder"),
    "approve": verbs("approuver autoriser valider avaliser"),
    "owner": words("propriétaire repreneur acquéreur acheteur actionnaire"),
    "unite": verbs("unir sceller"),
    "woo": verbs("convoiter lorgner courtiser guigner"),
    "fail": verbs("échouer capoter avorter"),
    "forgo": verbs("renoncer abandonner"),
    "reject": verbs("rejeter repousser décliner refuser éconduire"),
    "block": verbs("bloquer interdire empêcher retoquer torpiller"),
    "offers": verbs("proposer offrir"),
    "launch": verbs("lancer déposer présenter formuler faire initier"),
    "group": words("groupe maison famille écurie galaxie"),
    "house": words("start-up startup société entreprise éditeur pépite concurrent concurrente concurrents rival rivale pousse spécialiste fabricant filiale agence plateforme site enseigne marque studio cabinet acteur leader confrère voisin homologue compatriote aînée aîné cadette cadet sœur soeur jumelle jumeau voisine doyenne doyen challenger trublion fleuron champion championne ex-rival ex-rivale concurrentes cousin cousine partenaire client fournisseur sous-traitant"),
    "all": words("totalité intégralité majorité solde reste restant " + MOST),
    # Between a verb and what it takes stands nothing that would make it somebody else's.
    "stop": words(
        "à au aux chez pour avec par dans sur contre auprès en vers sous entre de d' du des que qui qu' dont et ou où "
        "car mais après avant dès pendant selon grâce face comme si alors lorsque quand sans via leur leurs"
    ),
    "halt": words("que qui qu' dont et où car mais"),
}  # fmt: skip
