"""The shapes of French time expressions, as regexes over flattened text.

``CORE`` matches the word that tells a time, in a group named by its kind; ``LEFT`` matches
the words that govern it, up to the end of what it is given, in four groups: governor
("d'ici "), part ("la fin de "), determiner ("l'") and hedge ("environ ").
"""

from __future__ import annotations

import re

from pipeline.french import calendar as fr

_NEAR = rf"(?:{fr.LAST}|{fr.NEXT})\b"
_MONTH_TAIL = rf"(?:{fr.OF_YEAR}| {_NEAR})"
_TAIL = rf"(?: {fr.YEAR}-(?:{fr.YEAR}|\d\d\b)|[ -]{fr.YEAR}|{fr.OF_YEAR}| {_NEAR})"
_DAYS = rf"(?:{fr.WEEKDAY},? (?:le )?)?{fr.DAY}"
_KINDS: dict[str, str] = {
    "numeric": r"\d\d?/\d\d?/(?:\d{4}|\d\d)\b|\d\d?[.-]\d\d?[.-](?:19|20)\d\d\b"
    r"|(?:19|20)\d\d-\d\d-\d\d\b",
    "day": rf"(?:{_DAYS}(?: {fr.MONTH})?(?: au | et (?:le )?| a |-))?{_DAYS} {fr.MONTH_SHORT}"
    rf"(?![\w-]){_MONTH_TAIL}?{fr.TIME_OF_DAY}?",
    "month": rf"{fr.MONTH}(?:-{fr.MONTH})?\b(?!-){_MONTH_TAIL}?|{fr.MONTH_SHORT} {fr.YEAR}",
    "weekday": rf"{fr.WEEKDAY} {fr.DAY_NUMBER}(?= ?(?:[,.;:)]|\Z|\n)| (?:et|au|dans|a) )"
    rf"|{fr.WEEKDAY}\b(?!-){fr.TIME_OF_DAY}?"
    rf"(?: {_NEAR}| de la semaine (?:derni[eè]re|prochaine)\b)?",
    "quarter": rf"{fr.ORDINAL} (?:trimestre|semestre)\b{_TAIL}?"
    rf"|(?:[tq][1-4]|[sh][12]|[1-4]t)(?:[ -]{fr.YEAR}|\b(?![-\w]))",
    "season": rf"{fr.SEASON}\b(?!-){_TAIL}?",
    "rentree": rf"rentree\b(?: (?:scolaire|universitaire|litteraire|politique|sociale)\b)?"
    rf"(?: (?:de |d'){fr.MONTH}\b)?{_TAIL}?",
    "plural": rf"(?:{fr.COUNT})?(?:prochain|dernier)e?s (?:{fr.COUNT})?{fr.PLURAL_UNIT}\b"
    rf"|(?:derni[eè]re|prochaine)s (?:{fr.COUNT})?{fr.PLURAL_UNIT}\b"
    rf"|(?:{fr.COUNT})?(?:derni[eè]re|prochaine)s {fr.PLURAL_UNIT}\b"
    rf"|(?:{fr.COUNT})?{fr.PLURAL_UNIT} (?:a venir|qui viennent|ecoulee?s)\b"
    rf"|{fr.COUNT}(?:premier|dernier)s mois{fr.OF_YEAR}",
    "decade": r"annees (?:(?:19|20)\d0|\d0)\b(?![.,]?\d)|decennie (?:19|20)\d0\b"
    r"|[ivx]+e si[eè]cle\b",
    "named": r"(?:exercice|saison)(?: fiscal| comptable)? "
    rf"(?:{fr.YEAR}(?:[-/](?:{fr.YEAR}|\d\d\b))?"
    rf"|clos (?:le |au |en |fin )?(?:{fr.DAY} )?{fr.MONTH} {fr.YEAR})"
    rf"|annee (?:scolaire |universitaire |fiscale )?{fr.YEAR}(?:[-/](?:{fr.YEAR}|\d\d\b))?"
    rf"|an {fr.YEAR}",
    "unit": r"(?:(?:prochaine?|derni[eè]re?) )?"
    rf"(?:annee|an|mois(?! d(?:e |'){fr.MONTH})|semaine|week-end|trimestre|semestre|decennie"
    r"|si[eè]cle|exercice|journee)\b"
    rf"(?:-ci\b|-la\b| (?:{fr.LAST}|{fr.NEXT}|en cours|suivante?|precedente?)\b)?",
    "same": r"meme (?:annee|mois|semaine|jour|trimestre|periode)\b|jour-la\b",
    "duration": rf"{fr.LENGTH}(?: (?:plus (?:tot|tard)|auparavant)\b)?"
    r"|(?<=depuis )des (?:annees|mois|semaines|jours|decennies)\b(?! \d)",
    "today": rf"(?:avant-hier|hier|aujourd'hui|apr[eè]s-demain|demain){fr.TIME_OF_DAY}?(?![\w-])"
    r"|ce (?:matin|soir|midi)\b|cet apr[eè]s-midi\b|cette nuit\b",
    "eve": r"(?:sur)?lendemain\b(?! d)|(?:avant-)?veille\b(?= au soir|[,.;:)]|$)",
    "feast": rf"{fr.FEASTS}\b(?!-){_TAIL}?",
    "year": rf"{fr.YEAR}(?: ?[-/] ?{fr.YEAR}|/\d\d\b)?(?![\w/]|-(?!debut |fin |mi-))",
}
CORE = re.compile(
    r"(?:(?<![\w-])(?<!\d[.,])|(?<=\bmi-))(?:"
    + "|".join(f"(?P<{kind}>{rule})" for kind, rule in _KINDS.items())
    + ")"
)

#: Where a core may begin: a cheap superset of ``CORE``, which is tried only there.
TRIGGER = re.compile(
    r"(?<!\w)(?=\d|une? (?:(?:an|mois|semaine|jour|heure|trimestre|semestre|decennie|si[eè]cle)"
    r"|[a-z-]+(?:aine|ier) d|(?:a|ou) (?:deux|trois))|deux|trois|quatr|cinq|six|sept|huit|neuf|dix"
    r"|onze|douze|treize|quinze|seize|vingt|trente|quarante|soixante|nonante|octante|huitante|cents?"
    r"|mille|zero|quelques|plusieurs|de (?:nombr|long)|des (?:an|mois|se|jo|de)"
    rf"|{fr.WEEKDAY}|{fr.MONTH_SHORT}|{fr.SEASON}|premi|second|derni|prochain|[tqsh][1-4]"
    r"|rentree|an\b|ans|annee|mois|semaine|week|trimestre|semestre|decenni|si[eè]cle|exercice|saison"
    r"|jour|heures|meme|[ivx]+e si|avant-|hier|aujourd|apr[eè]s-d|demain|ce (?:ma|mi|so)|cet ap"
    r"|cette nu|(?:sur)?lendemain|veille|noel|paques|toussaint|ascension|pentecote|nouvel)"
)

_OF = r"(?:de |du |d'|des )"
_GOVERNOR = (
    rf"(?:d'ici (?:a )?|depuis |jusqu'(?:aux? |en |a )|jusque |(?:pas )?avant |apr[eè]s |d[eè]s "
    rf"|au plus t(?:ard|ot) |a (?:partir|compter|dater) {_OF}|vers |autour {_OF}"
    rf"|aux (?:alentours|environs) {_OF}|(?:a )?(?:l')?horizon (?:de )?"
    rf"|(?:(?:un peu|bien) )?plus t(?:ard|ot) |(?:dans le )?courant {_OF}?|au cours {_OF}"
    rf"|en cours d'|durant |pendant |lors {_OF}|dans |(?:rien que )?pour |sur (?:l'ensemble de )?"
    r"|entre |sous "
    r"|il y a |voici |voila |(?:cela|ca) fait |agee?s? (?:de |d')|vie(?:ux|illes?) (?:de |d')"
    r"|(?:dans )?(?:la )?nuit (?=d)|un delai (?:de |d')|en |aux? |a )"
)
PART = (
    rf"(?:(?:la |le |l'|ce |cette )?(?:(?:toute |tout )?(?:debut|fin|milieu) {_OF}?|mi[- ]"
    rf"|(?:premi[eè]re|seconde|deuxi[eè]me) (?:moitie|quinzaine) {_OF})"
    r"|(?:la |le )?(?:semaine|week-end) du )"
)
_DETERMINER = r"(?:(?:le )?mois (?:de |d')|l'|les? |la |cet(?:te)? |ces? |nos |de |du |d')"
LEFT = re.compile(rf"(?<![\w-])({_GOVERNOR}{{0,2}})({PART}?)({_DETERMINER}?)((?:{fr.HEDGE} ?)?)\Z")

#: What may stand between the two ends of a range, before the second one's core.
JOINT = re.compile(
    rf" ?(?P<word>et|ou|a|au|puis|-|jusqu'(?:a|au|en))(?: |(?<='a)|(?<=-))"
    rf"(?:le |la |l')?{PART}?(?:l'|la |le )?"
)
#: Before an amount that only looks like a year ("en 2000 exemplaires").
COUNTED = re.compile(
    r" ?(?:[€$£%]|k?m2\b|m²|(?:euros?|dollars?|salarie|employe|personne|collaborateur|emploi|poste"
    r"|client|entreprise|start-?up|utilisateur|magasin|exemplaire|membre|abonne|etudiant|heure"
    r"|kilom[eè]tre|m[eè]tre|tonne|million|milliard|mille)e?s?\b)"
)
#: Any plural noun: after the weaker prepositions.
PLURAL_NOUN = re.compile(
    r" (?!dans\b|sous\b|mais\b|puis\b|depuis\b|plus|moins|sans\b|tous\b|alors\b|apr[eè]s\b|les\b"
    r"|des\b|[smtc]es\b|nos\b|leurs\b|lors\b|trois\b|six\b|dix\b|deux\b|nous\b|vous\b|ils\b"
    r"|elles\b|toujours\b)[a-z]{3,}[sx]\b"
)
