"""Who buys, merges with or takes control of whom."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

#: Shares that give control: above one half, with one decimal or none.
MOST = " ".join(
    [str(n) for n in range(51, 101)] + [f"{n},{d}" for n in range(50, 100) for d in range(1, 10)]
)

RELATION = RelationType(
    name="acquires",
    slots={"acquirer": "ORG", "target": "ORG"},
    amount_near=True,
    distinct=(("acquirer", "target"),),
    statuses={"past": "done", "present": "done", "future": "planned", "conditional": "rumour", "reported": "rumour"},
    phrases={
        # what may part the verb from whom it takes: the seller, the price, the time
        "aside": (
            "à la fois", "coup sur coup", "en bloc", "au passage", "dans la foulée", "en même temps", "au total",
            "à|au|aux @def? #O", "auprès de|d'|du @def? ~1 #O", "pour ~3 #M", "pour un montant ~4 #M",
            "en un|deux|trois|quatre|cinq|quelques|moins ~3", "l' an passé|dernier", "en catimini|silence|douceur",
        ),
        # what else says "buy" after "pour" or "en"
        "grab": (
            "mettre|mettant la main sur", "prendre|prenant ~1 contrôle de|d'|du", "s' emparer|emparant de|d'|du",
            "faire|faisant ~1 acquisition de|d'|du", "s'|se ~1 @offer", "@take", "@retake",
        ),
    },
    words={
        "take": verbs(
            "racheter acquérir avaler croquer phagocyter acheter gober engloutir "
            "dévorer rafler annexer préempter cannibaliser happer"
        ),
        # These take much besides companies: a song, a shock, a town.
        "retake": verbs("reprendre absorber emporter"),
        "own": verbs("racheter acquérir absorber reprendre avaler croquer acheter offrir payer adjuger approprier"),
        "offer": verbs("offrir adjuger payer approprier") | words("paie paient paiera paierait"),
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
        "join": verbs("rejoindre intégrer rallier tomber passer entrer basculer atterrir arriver finir"),
        "lap": words(
            "giron escarcelle pavillon contrôle portefeuille tutelle coupe filets orbite mains bras "
            "bannière gibecière panier ombrelle houlette rangs coupole nasse besace"
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
        "group": words("groupe"),
        "house": words("start-up startup société entreprise éditeur pépite concurrent concurrente concurrents rival rivale pousse spécialiste fabricant filiale agence plateforme site enseigne marque studio cabinet acteur leader confrère voisin homologue compatriote"),
        "all": words("totalité intégralité majorité solde reste restant " + MOST),
        # Between a verb and what it takes stands nothing that would make it somebody else's.
        "stop": words(
            "à au aux chez pour avec par dans sur contre auprès en vers sous entre de d' du des que qui qu' dont et ou où "
            "car mais après avant dès pendant selon grâce face comme si alors lorsque quand sans via leur leurs"
        ),
        "halt": words("que qui qu' dont et où car mais"),
    },
    rules=(
        # "Norlys rachète (son concurrent) Kalio"; "Norlys, qui vient d'avaler Kalio"
        Rule("active", "{acquirer^+} @take %aside? ~5-stop {target+}", weight=0.92, verb="take"),
        Rule("retakes", "{acquirer^!} @retake %aside? ~3-stop {target+}", weight=0.76, verb="retake"),
        Rule("retakes_who", "{acquirer} ,? qui ~2 @retake ~3-stop {target+}", weight=0.86, verb="retake"),
        # "Norlys absorbe une à une ses rivales : Kalio, Loxane"
        Rule("takes_list", "{acquirer^+} @take|@retake ~8-halt : @det? {target+}", weight=0.78),
        Rule("retakes_house", "{acquirer^+} @retake ~2-stop {target=@house}", weight=0.86, verb="retake"),
        # "Norlys a racheté son principal concurrent, Kalio"
        Rule("active_apposition", "{acquirer^} @take ~4-stop @house ~4-halt ,|(|: @det? {target!}", weight=0.84, verb="take"),
        Rule("active_apposition_place", "{acquirer^} @take ~3-stop @house ~6-halt , @det? ~2 {target!}", weight=0.7, verb="take"),
        # "Norlys le rachète", "l'a rachetée"
        Rule("clitic", "{acquirer^} le|la|l' ~1-stop @take:fin {target~}", weight=0.66, verb="take"),
        Rule("clitic_infinitive", "{acquirer^} la|le|l' ~1 @take:inf {target~}", weight=0.66, verb="take"),
        Rule("clitic_past", "{acquirer^} l' a|avait|aura|aurait|ont ~1 @take:pp {target~}", weight=0.68, verb="take"),
        Rule("clitic_retaken", "{acquirer^} l' a|avait|aura|aurait|ont ~1 @retake:pp {target~}", weight=0.66, verb="retake"),
        Rule("clitic_paid", "{acquirer} , qui l' a|avait ~1 payée|payé|achetée|acheté|rachetée|racheté|acquise|acquis {target~}", weight=0.74, status="done"),
        # "Norlys a acquis 60 % de Kalio", "la totalité du capital de Kalio"; "détient désormais 62 % de Kalio"
        Rule("share", "{acquirer^} @take ~4 @all ~6 de|d'|du|dans @def? ~2 {target+}", weight=0.88, verb="take"),
        Rule("share_held", "{acquirer^} désormais|maintenant? @hold désormais|maintenant ~2 @all % ~4 de|d'|du @def? ~2 {target}", weight=0.7, verb="hold"),
        Rule("share_taken", "{acquirer^} prend|pris|prendre|prendra|prennent|monte|monté|monter|montera|passe|passé|porte|porté|porter ~7 @all % ~5 de|d'|du|dans|chez @def? ~2 {target}", weight=0.86),
        Rule("share_whole", "{acquirer^} prend|pris|prendre|prendra|prennent|détiendra|obtient|obtenu|ramasse ~2 @all ~4 de|d'|du @def? ~1-stop {target}", weight=0.84, unless="@all % ~2 part"),
        Rule("share_raised", "{acquirer^} porte|porté|porter|portera|monte|monté|monter|passe|passé ~6 dans|chez|de @def? ~1 {target} à @all %", weight=0.86),
        Rule("share_entered", "{acquirer^} entre|entré|entrer|entrera|monte|monté|monter ~2 capital de|d'|du @def? ~2 {target} ~2 à hauteur de|d' @all %", weight=0.9),
        Rule("share_most", "{acquirer^} acquiert|acquis|acquérir|acquerra|prend|pris|prendre|prendra|rachète|racheté|achète|acheté ~3 participation|part|prise majoritaire ~3 dans|de|d'|du|chez @def? ~2 {target+}", weight=0.9),
        Rule("share_owner", "{acquirer^} devient|devenu|devenue|devenir|deviendra|deviendrait ~1 actionnaire|propriétaire ~1 majoritaire|unique|principal|exclusif|exclusive|à|de|d'|du ~4 de|d'|du @def? ~2 {target}", weight=0.84),
        Rule("owner_aside", "{acquirer!} , ~1 propriétaire de|d'|du @def? ~2 {target!}", weight=0.66, status="done"),
        Rule("owner_of", "{acquirer^} devient|devenu|devenue|devenir|deviendra ~1 propriétaire|maître de|d'|du @def? ~2 {target+}", weight=0.86),
        Rule("share_deal", "{acquirer^+} @purchase ~4 @all ~5 de|d'|du @def? ~2-stop {target+}", weight=0.9, nominal=True),
        # "Norlys s'offre Kalio"
        Rule("offers_itself", "{acquirer^+} s'|se @offer %aside? ~5-stop {target+}", weight=0.92, verb="offer"),
        Rule("offers_itself_apposition", "{acquirer^} s'|se ~3 @offer ~4-stop @house ~5-halt ,|:|( @det? {target!}", weight=0.8, verb="offer"),
        Rule("offered_itself", "{acquirer^} s' est|était|sont|étaient|être|sera ~1 @offer:pp %aside? ~4-stop {target+}", weight=0.9, verb="offer"),
        # "Accor s'est adjugé trois proies (A, B et C)"
        Rule("bracket_targets", "{acquirer^} s' ~2 @offer ~~12 (|: @det? {target+}", weight=0.86, verb="offer"),
        Rule("seizes", "{acquirer^+} s'|se ~3 @seize de|d'|du @def? ~2 {target+}", weight=0.9, verb="seize"),
        Rule("hand", "{acquirer^+} met|mis|mettre|mettra|mettent|mettait|mettant ~2 main sur @def? ~3-stop {target+}", weight=0.92),
        Rule("hand_sweeping", "{acquirer^} fait|faire|fera|font main basse sur @def? ~3-stop {target+}", weight=0.9),
        Rule("eye", "{acquirer^} jeté|jette|jeter|jettera|porte|porté ~1 dévolu|choix sur @def? ~3-stop {target+}", weight=0.84),
        Rule("mouthful", "{acquirer^} ne fait|fera|fit qu' une bouchée de|d'|du @def? ~2 {target+}", weight=0.88, negative=True),
        Rule("piggy_bank", "{acquirer^} casse|cassé|casser|cassera ~1 tirelire pour ~1-stop @own:inf? @def? ~2-stop {target+}", weight=0.84),
        Rule("control", "{acquirer^+} prend|pris|prendre|prendra|prennent|prendrait|prenant|assure|assuré ~2 contrôle|commandes|possession ~2 de|d'|du @def? ~3-stop {target+}", weight=0.9),
        # "Norlys en prend le contrôle", "en fait l'acquisition"
        Rule("takes_of_it", "{acquirer^} en ~1 prend|pris|prendra|fait|fera|devient|devenu|acquiert|acquis|assure ~2 contrôle|acquisition|propriétaire|totalité|majorité|majoritaire|unique|seul {target~}", weight=0.74),
        Rule("control_of_whom", "{target} ~~3 dont ~1 {acquirer} ~1 a|avait|va|prend|prendra|prendre|vient ~2 pris|prend|prendre|prendra|prendra ~1 contrôle", weight=0.84),
        Rule("seized_of_whom", "{target} , dont {acquirer} s' @be ~2 @seize", weight=0.93, verb="seize"),
        Rule("into_own_lap", "{acquirer^} @integrate|fait|faire|fera|ramène ~3 {target+} dans|à ~1 giron|escarcelle|portefeuille|tableau", weight=0.86),
        Rule("enters_group", "{acquirer^} @integrate ~2-stop {target=@house}", weight=0.7, verb="integrate"),
        Rule("feast", "{acquirer^} ~5 @deals ~3 avec|: @det? ~2-stop {target+}", weight=0.74),
        Rule("list_among", "{acquirer^} ~6 @deals ~~8 ,|: dont? celle|celui? ~2-stop {target+}", weight=0.6, given="dont|notamment|:"),
        Rule("deal_makes", "{acquirer^+} fait|faire|font|fera|ferait|procède|procédé|procéder|finalise|finalisé|finaliser|finalisera|boucle|bouclé|boucler|réalise|réalisé|réaliser|annonce|annoncé|annoncer|signe|signé|conclut|conclu|conclure|officialise|officialisé|confirme|confirmé|mène|mené|opère ~4-halt @purchase ~4-stop de|d'|du @def? ~3-stop {target+}", weight=0.92, nominal=True),
        Rule("deal_takeover", "{acquirer^} ~5 prise de contrôle ~2 de|d'|du @def? ~3-stop {target+}", weight=0.84, unless="@approve|@award|@block"),
        Rule("deal_house", "{acquirer^} ~5-halt @purchase de|d'|du @def? ~2 @house ~5-halt ,|: @det? {target!}", weight=0.74, nominal=True),
        # "un investissement de 14 milliards, destiné au rachat de Kalio"
        Rule("destined", "{acquirer^} investissement|chèque|somme|enveloppe|montant ~4 <amount> ~~8 destiné|destinés|destinée|consacré|consacrés au|à ~1 @purchase ~1 de|d'|du @def? ~3-stop {target}", weight=0.84, status="done"),
        # "Pour s'offrir Kalio, Norlys a sorti 70 millions d'euros"; "débourse 80 millions pour acquérir Kalio"
        Rule("paid_for", "{acquirer^} @pay ~3-halt <amount> ~4 pour ~3 @own:inf ~4-stop {target+}", weight=0.97, verb="pay"),
        Rule("paid_for_buyout", "{acquirer^} @pay ~3-halt <amount> ~6 pour|dans|au ~2 @purchase de|d'|du @def? ~3-stop {target+}", weight=0.92, verb="pay"),
        Rule("fronted_price", "pour ~2 @own:inf ~4-stop {target!} , {acquirer!} ~~9 @pay ~~6 <amount>", weight=0.97, status="done", negative=True),
        Rule("fronted_deed", "pour ~2 @own:inf ~4-stop {target!} , {acquirer!} ~1 @have:fin", weight=0.94, status="done", negative=True),
        # "En rachetant Kalio, Norlys …"; "Après avoir acquis Kalio, Norlys …"
        Rule("fronted_gerund", "en ~1 %grab @def? ~3-stop {target!} ~~5 , {acquirer!}", weight=0.97, status="done", unless="pour|veut|vise ~1 %grab"),
        Rule("fronted_after", "après|ayant ~1 avoir|être|s'|déjà? ~2 @take|@offer|@retake ~3-stop {target!} ~~5 , {acquirer!}", weight=0.97, status="done"),
        Rule("paid_to_grab", "{acquirer^} @pay ~3-halt <amount> ~6 pour %grab @def? ~3-stop {target+}", weight=0.975, verb="pay"),
        Rule("cheque_for", "{acquirer~} :|,|et <amount> pour @def? ~2-stop {target!}", weight=0.74, given="chèque|dépensé|dépense|déboursé|débourse|sorti|acquisitions|rachats|emplettes|rachat|mise"),
        # -- passive and participles: "Kalio a été rachetée par Norlys", "Kalio, racheté en 2019 par Norlys,"
        Rule("passive", "{target=passive} @take:pp ~~5 par @def? ~2-stop {acquirer}", weight=0.92, verb="take"),
        Rule("passive_near", "{target} ,|( @adv? @take:pp ~6 par @def? ~2-stop {acquirer}", weight=0.95, verb="take"),
        Rule("retaken", "{target} @have|@be|vient|va|doit|devrait ~3 @retake:pp ~~5 par @def? ~2-stop {acquirer!}", weight=0.76, verb="retake"),
        Rule("retaken_near", "{target!} ,|( @adv? @retake:pp ~6 par @def? ~2-stop {acquirer}", weight=0.9, verb="retake"),
        Rule("retaken_fronted", "^ @adv? @retake:pp ~6 par @def? ~2-stop {acquirer} ~~5 , ~2 {target}", weight=0.93, verb="retake"),
        Rule("passive_apposition", "{target=passive} @take:pp ~4 par ~3-stop @house ~4-halt , @det? {acquirer!}", weight=0.8, verb="take"),
        Rule("passive_fronted", "^ ~2 @take:pp ~6 par @def? ~2-stop {acquirer} ~~5 , ~2 {target}", weight=0.97, verb="take"),
        # "Kalio ? Rachetée par Norlys."
        Rule("passive_fragment", "{target~} ^ @adv? @take:pp ~4 par @def? ~2-stop {acquirer} $", weight=0.8, status="done"),
        Rule("gets_bought", "{target^} se|s' ~1 fait|faire|fasse|fera ~1 @take:inf ~3 par @def? ~2-stop {acquirer}", weight=0.95, status="done"),
        Rule("got_bought", "{target=any} s' est|était|sont ~1 fait ~1 @take:inf ~3 par @def? ~2-stop {acquirer}", weight=0.95, status="done"),
        Rule("is_held", "{target=any} désormais détenu|détenue|contrôlé|contrôlée|possédé|possédée ~1 à @all % ~1 par @def? ~2-stop {acquirer}", weight=0.7, status="done"),
        Rule("belongs_since", "{target^} appartient|appartenait|appartenant ~1 <time> à|au @def? ~2 {acquirer}", weight=0.78, status="done"),
        Rule("belongs_now", "{target^} appartient|appartiendra désormais|maintenant ~2 à|au @def? ~2 {acquirer}", weight=0.78, status="done"),
        Rule("owner_since", "{target} ,|( propriété|filiale de|d'|du @def? ~1-stop {acquirer} depuis|#D", weight=0.72, status="done"),
        Rule("owner_since_fronted", "^ propriété|filiale de|d'|du @def? ~1-stop {acquirer} ~1 depuis|#D ~2 , {target!}", weight=0.84, status="done"),
        Rule("now_subsidiary", "{target=any} est|sont désormais|maintenant ~1 propriété|filiale ~5 de|d'|du @def? ~2-stop {acquirer}", weight=0.82, status="done"),
        Rule("soon_owned", "{target=any} sera|seront|serait ~2 propriété|filiale ~4 de|d'|du @def? ~2-stop {acquirer}", weight=0.82, status="planned"),
        # "Kalio, que Norlys a rachetée", "qu'il a vendue à Norlys"
        Rule("relative", "{target} ,? que|qu' @def? {acquirer} ~3 @take", weight=0.93, verb="take"),
        Rule("relative_inverted", "{target} ,? que|qu' ~2 @take ~1 {acquirer}", weight=0.97, verb="take"),
        Rule("whose_purchase", "{target} , dont @def? @purchase ~2 par @def? ~2-stop {acquirer}", weight=0.97, nominal=True),
        # -- nominal: "le rachat de Kalio par Norlys"
        Rule("nominal_by", "@purchase ~2 de|d'|du @def? ~3-stop {target+} ~3 par @def? ~2-stop {acquirer}", weight=0.93, nominal=True),
        Rule("nominal_by_priced", "@purchase ~~6 de|d'|du @def? ~3-stop {target!} ~~4 par @def? ~2-stop {acquirer}", weight=0.86, nominal=True),
        Rule("nominal_by_first", "@purchase ,? ~3-stop ,? par @def? ~2-stop {acquirer} ,? ~2-stop de|d'|du @def? ~3-stop {target+}", weight=0.93, nominal=True),
        Rule("integration", "intégration|incorporation ~1 de|d'|du @def? ~2-stop {target} ~1 au sein de|d'|du @def? ~2-stop {acquirer}", weight=0.8, status="done"),
        Rule("integration_in", "intégration|incorporation ~1 de|d'|du @def? ~2-stop {target} dans|à|chez @def? ~2-stop {acquirer!}", weight=0.62, status="done"),
        Rule("takeover_by", "prise de contrôle ~3 de|d'|du @def? ~2-stop {target} ~3 par @def? ~2-stop {acquirer}", weight=0.93, nominal=True),
        Rule("takeover_by_first", "prise de contrôle ~3 par @def? ~2-stop {acquirer} ~2 de|d'|du @def? ~2-stop {target+}", weight=0.93, nominal=True),
        Rule("nominal", "{acquirer~} @buyout ~3-halt de|d'|du @def? ~3-stop {target+}", weight=0.7, nominal=True, unless="@award|@approve|@block|clause|@bid"),
        Rule("its_purchase", "{target~} @poss @purchase ~3 par @def? ~2-stop {acquirer}", weight=0.8, nominal=True),
        Rule("its_purchase_fronted", "@poss @purchase ~3 par @def? ~2-stop {acquirer} ~~3 , {target!}", weight=0.94, nominal=True),
        Rule("object_of", "{target^} fait|fera|faisait|fait l' objet d' ~2 @purchase ~2 par @def? ~2-stop {acquirer}", weight=0.94),
        Rule("after_purchase", "après|avec|depuis|par|malgré|de|d' @def? @purchase ~2 de|d'|du @def? ~3-stop {target+} ~~4 , {acquirer!}", weight=0.84, nominal=True),
        Rule("nth_of", "acquisition|rachat de|d'|du {acquirer!} ~~8 après|avec|: celle|celui? de|d' @def? {target+}", weight=0.84, nominal=True),
        Rule("nth_of_list", "{acquirer^} ~~10 après celle|celui|ceux|celles de|d'|du @def? {target+}", weight=0.7, given="@purchase"),
        # "Après Kalio et Mirabo, Norlys s'offre Loxane"
        Rule("after_others", "^ après {target+} , {acquirer!}", weight=0.62, given="@offer|@take ~5-stop #O"),
        Rule("after_other_bought", "après {target!} , @take:pp ~4 , {acquirer!}", weight=0.84, status="done", verb="take"),
        # -- into whose lap: "Kalio tombe dans l'escarcelle de Norlys"
        Rule("into_lap", "{target=any} @join ~3 dans|sous|au|aux|entre|à|sur @def? ~1 @lap ~1 de|d'|du @def? ~2-stop {acquirer}", weight=0.92, verb="join"),
        Rule("into_lap_near", "{target} ,|( @join:pp ~3 dans|sous|au|aux|entre @def? ~1 @lap de|d'|du @def? ~2-stop {acquirer}", weight=0.93, verb="join"),
        Rule("into_lap_fronted", "^ @adv? @join:pp ~3 dans|sous|au|entre @def? ~1 @lap de|d'|du @def? ~2-stop {acquirer} , {target!}", weight=0.96, verb="join"),
        Rule("lap_anywhere", "{target!} ~~12 @snare de|d'|du @def? ~2-stop {acquirer!}", weight=0.62, status="done"),
        Rule("lap_noun", "{target~} arrivée|entrée|passage ~3 dans|sous @def? @lap de|d'|du @def? ~2-stop {acquirer}", weight=0.74, nominal=True),
        Rule("joins_lap", "{target^} @join ~1 @lap de|d'|du @def? ~2-stop {acquirer}", weight=0.9, verb="join"),
        Rule("joins_group", "{target^} rejoint|rejoindra|rejoindre|intègre|intégrera|intégrer|intégré {acquirer=@group}", weight=0.82),
        Rule("joins", "{target^!} rejoint|rejoindra|rejoignent {acquirer!}", weight=0.56),
        Rule("in_hands", "{target=any} est|sont|était|reste|désormais ~2 dans|entre|sous @def? ~1 mains|giron|contrôle|escarcelle|coupe de|d'|du @def? ~2-stop {acquirer}", weight=0.72, status="done"),
        Rule("swells_ranks", "{target=any} vient|venu|venue|venir ~1 grossir|grossi|renforcer|étoffer|compléter @def? ~1 rangs|portefeuille|catalogue|effectifs de|d'|du @def? ~2 {acquirer}", weight=0.86, status="done"),
        Rule("becomes_subsidiary", "{target=any} @become ~3 propriété|filiale ~4 de|d'|du @def? ~2-stop {acquirer}", weight=0.86, verb="become"),
        Rule("gives_up", "{target^} troque|cède|perd|abandonne|perdu ~1 indépendance ~~8 à|au|par @def? ~2-stop {acquirer}", weight=0.76),
        # -- ellipsis: "…, Mirabo dans celui de Delmas", "…, Wizalio par la banque Valmont"
        Rule("gapped", "{target} dans|sous celui|celle de|d'|du @def? {acquirer}", weight=0.8),
        Rule("gapped_by", ",|et|; {target!} par @def? {acquirer!}", weight=0.78, given="@take:pp|@purchase ~~12 par"),
        Rule("named_by", ":|,|et {target!} par @def? {acquirer!}", weight=0.7, given="@deals|rachats|rachat"),
        Rule("then_on", "{acquirer^} main|dévolu sur ~~8 puis|et|enfin ~2 sur {target+}", weight=0.8),
        Rule("round_up", "{acquirer!} ( {target+}", weight=0.74, given="@deals"),
        # -- sellers: "Delmas cède sa filiale Kalio à Norlys"
        Rule("sold_to", "{target=passive} @sell:pp ~6 à|au|aux @def? ~3-stop {acquirer}", weight=0.9, verb="sell"),
        Rule("sold_to_near", "{target} ,|( @sell:pp ~4 à|au|aux @def? ~2-stop {acquirer}", weight=0.93, verb="sell"),
        Rule("sold_fronted", "^ @adv? @sell:pp ~4 à|au|aux @def? ~2-stop {acquirer} ~~4 , {target}", weight=0.95, verb="sell"),
        Rule("sells_to", "@sell ~4-stop {target} ~~6 à|au|aux @def? ~3-stop {acquirer}", weight=0.88, verb="sell"),
        Rule("sells_to_first", "@sell à|au|aux @def? {acquirer} ~7 {target}", weight=0.86, verb="sell"),
        Rule("sold_relative", "{target} ,? que|qu' ~4 @sell ~3 à|au|aux @def? ~2-stop {acquirer}", weight=0.92, verb="sell"),
        Rule("sells_own", "{target~} @sell ~1 @poss ~1 entreprise|société|start-up|affaire|groupe|pépite|pousse|compagnie|maison ~3 à|au|aux @def? ~2-stop {acquirer}", weight=0.84, verb="sell"),
        # "C'est à Norlys que Kalio a été vendue"
        Rule("sold_cleft", "c' est|était ~1 à|au|aux @def? ~2-stop {acquirer} que|qu' {target!} ~4 @sell:pp", weight=0.97, verb="sell"),
        Rule("sold_cleft_seller", "c' est|était ~1 à|au|aux @def? ~2-stop {acquirer} que|qu' #O|#o|#q ~3 @sell ~3-stop {target}", weight=0.96, verb="sell"),
        Rule("sale_to", "@sale ~2 de|d'|du @def? ~3-stop {target!} ~~5 à|au|aux @def? ~2-stop {acquirer}", weight=0.9, nominal=True),
        Rule("sale_to_first", "@sale à|au|aux @def? ~2-stop {acquirer} ~2 de|d'|du @def? ~3-stop {target!}", weight=0.9, nominal=True),
        Rule("awarded", "@award ~2 @purchase ~2 de|d'|du @def? ~2-stop {target} à|au|aux @def? ~2-stop {acquirer}", weight=0.95, verb="award"),
        Rule("awarded_first", "@award à|au @def? ~2-stop {acquirer} ~2 @purchase ~2 de|d'|du @def? ~2-stop {target}", weight=0.93, verb="award"),
        Rule("court_choice", "{target~} tribunal|juges ~8 offre|dossier|plan ~3 de|d'|du @def? ~2-stop {acquirer}", weight=0.76, given="retient|retenu|choisi|choisit|validé|valide|accepté|accepte|préféré|tranché", status="done"),
        # "Son acquéreur, Norlys, …"; "le nouveau propriétaire de Kalio, Norlys"
        Rule("its_owner", "{target~} @poss ~1 @owner ~1 ,? {acquirer!}", weight=0.72, given="nouveau|nouvel|majoritaire|unique|futur|repreneur|acquéreur"),
        Rule("owner_named", "nouveau|nouvel|futur|actuel ~1 @owner ~1 de|d'|du @def? ~2-stop {target!} ,|est {acquirer!}", weight=0.84, status="done"),
        Rule("buyer_named", "acquéreur|repreneur|acheteur de|d'|du @def? ~2-stop {target!} ,|est|: {acquirer!}", weight=0.84, status="done"),
        Rule("owner_apposition", "{acquirer!} , ~2 nouveau|nouvel|futur @owner ~1 de|d'|du @def? {target!}", weight=0.84, status="done"),
        # -- mergers, in the order told
        Rule("merge", "{acquirer!} et {target!} ,? ~8-stop @merge !leurs|ses|les|des|ces|son|sa|leur", weight=0.84, verb="merge"),
        Rule("merge_to_one", "{acquirer!} et {target!} ne ~2 feront|font|forment|formeront ~2 plus qu' un|une", weight=0.84, status="planned", negative=True),
        Rule("merge_with", "{acquirer^} @merge ~3 avec @def? ~2 {target}", weight=0.88, verb="merge"),
        Rule("merger_announced", "{acquirer!} et {target!} ~~8 @poss|@det @merger !de|d'|des|entre", weight=0.82, nominal=True),
        Rule("merger_of", "@merger ~1 entre|de|d' @def? {acquirer!} et|avec|à ~2 {target!}", weight=0.88, nominal=True),
        Rule("merger_pending", "@merger ~1 entre|de|d' @def? {acquirer!} et|avec|à ~2 {target!}", weight=0.92, nominal=True, status="planned", given="sera|seront|devrait|devraient|doit|doivent|pourrait|reste|demeure ~4 finalisé|opérationnelle|finalisée|bouclé|bouclée|effectif|effective|soumis|soumise|conclu|conclue|conditionné|conditionnée|achevé|achevée|réalisé|subordonné|suspendu|suspendue|approuvé|être|intervenir"),
        Rule("merger_with", "{acquirer~} @merger ~1-stop avec @def? {target!}", weight=0.76, nominal=True, unless="fusion nucléaire|thermonucléaire|froide"),
        Rule("merger_discussed", "{acquirer^} discute|négocie|étudie|envisage|discutent|évoque|explore ~2 @merger ~1-stop avec @def? {target!}", weight=0.9, status="rumour"),
        Rule("unite", "{acquirer!} et {target!} ~4 @unite ~1 forces|destins|destinées ~2 au|dans|sein|une", weight=0.76, verb="unite"),
        # -- offers and talks
        Rule("bid_of", "@bid ~4 de|d'|du @def? ~2-stop {acquirer!} ~6 sur|pour @def? ~2-stop {target!}", status="planned", weight=0.88, nominal=True),
        Rule("bid_on", "{acquirer^} @launch ~8 sur|pour @def? ~2-stop {target!}", status="planned", weight=0.86, verb="launch", given="@bid"),
        Rule("bid_amount", "{acquirer^} @launch ~3 @bid ~8 sur|pour ~2 @own:inf? @def? ~2-stop {target!}", status="planned", weight=0.96, verb="launch"),
        Rule("bid_accepted", "{target!} ~2 accepté|accepte|accepter|retenu|validé|approuvé ~1 @bid ~4 de|d'|du @def? ~2-stop {acquirer!}", status="planned", weight=0.95),
        Rule("says_yes", "{target!} ~3 dit oui à|aux @def? ~2-stop {acquirer!}", status="planned", weight=0.66),
        Rule("offers_amount", "{acquirer^} @offers ~3 <amount> ~4 pour @own:inf? @def? ~2-stop {target!}", weight=0.86, verb="offers", status="planned"),
        Rule("would_offer_amount", "{acquirer^} aurait|auraient|pourrait|serait ~2 @offers:pp|@offers:inf ~3 <amount> ~4 pour @own:inf? @def? ~2-stop {target!}", weight=0.9, verb="offers", status="rumour"),
        Rule("talks", "{acquirer^} négociations|discussions|pourparlers|négociation|discussion ~6 en|pour|afin ~6 @purchase|@own:inf|reprendre ~2 de|d'|du? @def? ~3-stop {target!}", weight=0.93, status="planned"),
        Rule("talks_with", "{acquirer^} ~5 négociations|discussions|pourparlers|négociation ~3 avec ~5 {target!} ~3 en vue|pour ~4 @purchase|rachat|rachat|cession|reprise", weight=0.84, status="planned"),
        Rule("talks_both", "{acquirer!} et {target!} ~3 négociations|discussions|pourparlers ~6 @merger|@purchase", weight=0.86, status="planned"),
        Rule("talks_maybe", "{acquirer!} et {target!} seraient|pourraient ~3 négociations|discussions|pourparlers ~6 @merger|@purchase", weight=0.9, status="rumour"),
        Rule("promise", "{acquirer^} ~3 promesse|accord|lettre|option|protocole ~7 pour|d'|sur|en|afin ~3 @own:inf|achat|acquisition|rachat|reprise ~2 de|d'|du|pour|sur? @def? ~2-stop {target!}", weight=0.93, status="planned"),
        Rule("pending", "@purchase ~2 de|d'|du @def? ~2-stop {target!} ~3 par @def? ~2-stop {acquirer!}", weight=0.95, nominal=True, status="planned", given="sera|seront|devrait|devraient|doit|doivent|pourrait|reste|demeure ~4 finalisé|finalisée|bouclé|bouclée|effectif|effective|soumis|soumise|conclu|conclue|conditionné|conditionnée|achevé|achevée|réalisé|subordonné|suspendu|suspendue|approuvé|être|intervenir"),
        Rule("pending_priced", "@purchase ~~6 de|d'|du @def? ~3-stop {target!} ~~4 par @def? ~2-stop {acquirer!}", weight=0.9, nominal=True, status="planned", given="sera|seront|devrait|devraient|doit|doivent|pourrait|reste|demeure ~4 finalisé|finalisée|bouclé|bouclée|effectif|effective|soumis|soumise|conclu|conclue|conditionné|conditionnée|achevé|achevée|réalisé|subordonné|suspendu|suspendue|approuvé|être|intervenir"),
        Rule("pending_first", "@purchase ~3 par @def? ~2-stop {acquirer!} ~2 de|d'|du @def? ~2-stop {target!}", weight=0.95, nominal=True, status="planned", given="sera|seront|devrait|devraient|doit|doivent|pourrait|reste|demeure ~4 finalisé|finalisée|bouclé|bouclée|effectif|effective|soumis|soumise|conclu|conclue|conditionné|conditionnée|achevé|achevée|réalisé|subordonné|suspendu|suspendue|approuvé|être|intervenir"),
        Rule("approved_plan", "feu vert|accord ~2 à|au ~1 @purchase par @def? {acquirer} de|d'|du @def? ~3-stop {target!}", weight=0.95, nominal=True, status="planned"),
        # -- rumours
        Rule("woos", "{acquirer^} @woo @def? ~2-stop {target!}", status="rumour", weight=0.84, verb="woo", unless="que|qu' ~1 @woo"),
        Rule("wooed_by", "{target} ,? que|qu' ~1 @woo ~1 {acquirer!}", status="rumour", weight=0.84, verb="woo"),
        Rule("wooed", "{target} ~4 @woo:pp ~2 par @def? ~2-stop {acquirer!}", status="rumour", weight=0.84, verb="woo"),
        Rule("interest", "{acquirer^} s' ~2 intéresse|intéressé|intéresserait|intéressait à|au @def? ~2-stop {target!}", status="rumour", weight=0.66, given="rachat|acquisition|offre|racheter|acquérir|reprendre|reprise|vente"),
        Rule("interested", "{acquirer=any} intéressé|intéressée ~1 par ~2 @purchase ~2 de|d'|du @def? ~2-stop {target!}", status="rumour", weight=0.94),
        Rule("interested_in", "{acquirer=any} serait|seraient ~2 intéressé|intéressée|intéressés ~1 par @def? ~2-stop {target!}", status="rumour", weight=0.76),
        Rule("views", "{acquirer^} a|avait|aurait|ont|avoir ~1 des vues sur @def? ~2-stop {target!}", status="rumour", weight=0.8),
        Rule("approached", "{acquirer^} approché|approche|sondé|contacté ~1-stop {target!} ~5 rachat|acquisition|reprise|offre|racheter|acquérir", status="rumour", weight=0.93),
        Rule("rumour_of", "rumeur|rumeurs ~3 @purchase ~2 de|d'|du @def? {target!} ~2 par @def? {acquirer!}", status="rumour", weight=0.97, nominal=True),
        Rule("studied", "{acquirer^} étudie|étudierait|examine|étudié|regarde|regarderait ~3 @purchase ~2 de|d'|du @def? ~2-stop {target!}", status="rumour", weight=0.93),
        # -- failed
        Rule("forgoes", "{acquirer^} @forgo ~4 @own:inf|racheter|acquérir|reprendre ~2-stop {target!}", status="failed", weight=0.97, verb="forgo"),
        Rule("forgoes_plan", "{acquirer^} @forgo ~5 @purchase ~2 de|d'|du @def? ~2-stop {target!}", status="failed", weight=0.97, verb="forgo"),
        Rule("sponge", "{acquirer^} jeté|jette|jeter|jettera l' éponge ~8 {target!}", status="failed", weight=0.9, given="rachat|racheter|acquérir|acquisition|reprise|reprendre|offre|opa"),
        Rule("vain", "{acquirer^} ~3 tenté|tente|essayé|cherché|échoué|essaya|voulait|voulu ~3 @own:inf|racheter|acquérir|reprendre ~2-stop {target!}", status="failed", weight=0.97, given="vain|succès|échoué|sans|refusé|refus|refusée|rejetée|rejeté|repoussée|repoussé|déclinée|décliné"),
        Rule("nearly", "{acquirer^} failli|manqué ~1 @own:inf ~2-stop {target!}", status="failed", weight=0.97, verb="own"),
        Rule("attempt", "@purchase ~2 de|d'|du @def? ~2-stop {target!} ~3 par @def? ~2-stop {acquirer!} ~6 @fail|rompues|rompus|échec|eau", status="failed", weight=0.97, nominal=True, negative=True),
        Rule("attempt_to", "tentative|projet|effort|volonté de|d' @def? {acquirer!} de|d' %grab @def? ~2-stop {target!}", status="failed", weight=0.99, negative=True, given="échec|échoué|vain|avorté|capoté|fiasco"),
        Rule("talks_failed", "échec|rupture ~3 négociations|discussions|pourparlers avec @def? {acquirer!} ~~3 , {target!}", status="failed", weight=0.8),
        Rule("not_to_be", "@purchase ~2 de|d'|du @def? ~2-stop {target!} ~3 par @def? ~2-stop {acquirer!} n' aura|a|aboutira|est pas|plus", status="failed", weight=0.97, nominal=True, negative=True),
        Rule("merger_fails", "@merger ~1 entre|de|d' @def? {acquirer!} et|avec ~2 {target!} ~4 @fail|tombé|tombée|abandonné|abandonnée|enterré|enterrée|rompue|rompu", status="failed", weight=0.96, nominal=True, negative=True),
        Rule("blocked", "@block|veto ~4 @purchase ~2 de|d'|du @def? ~2-stop {target!} ~3 par @def? ~2-stop {acquirer!}", status="failed", weight=0.97, nominal=True, negative=True),
        Rule("bid_rejected", "@bid ~4 de|d'|du @def? ~2-stop {acquirer!} sur @def? {target!} ~4 @reject:pp|échoué|capoté", status="failed", weight=0.97, nominal=True),
        Rule("rejects", "{target^} @reject ~3 offre|proposition|avances|opa|approche|main ~5 de|d'|du @def? ~2-stop {acquirer!}", status="failed", weight=0.9, verb="reject"),
    ),
    examples=(
        "[Norlys|acquirer] rachète la start-up [Kalio|target].",
        "[Kalio|target] a été rachetée par [Norlys|acquirer].",
        "Le rachat de [Kalio|target] par [Norlys|acquirer] est bouclé.",
    ),
    counter_examples=("Norlys lance un rachat d'actions.", "Norlys a battu Kalio."),
)  # fmt: skip
