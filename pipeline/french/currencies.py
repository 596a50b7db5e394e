"""How French text names currencies, and the ISO 4217 code that each name tells.

Names are written for the output of :func:`pipeline.french.calendar.flatten`. A name that
several currencies share ("francs", "dirhams", "roupies") has no code.
"""

from __future__ import annotations

import re

#: What the reader's country decides: "$" in a text from Québec is not that of Paris.
DOLLAR = "$"
#: ISO 4217 codes that are also written in amounts.
CODES = frozenset(
    {"EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "CNY", "RMB", "HKD", "SGD"}
    | {"TWD", "KRW", "INR", "BRL", "MXN", "ZAR", "RUB", "SEK", "NOK", "DKK", "PLN", "CZK"}
    | {"HUF", "TRY", "ILS", "AED", "SAR", "QAR", "MAD", "TND", "DZD", "EGP", "XOF", "XAF"}
    | {"NGN", "KES", "GHS", "THB", "IDR", "VND", "UAH", "RON"}
)
_NOT_ISO = {"RMB": "CNY"}

# Pattern of a name -> code; the first that matches wholly wins.
_NAMES: tuple[tuple[str, str | None], ...] = (
    (r"centimes? d'euros?", "EUR"),
    (r"centimes?", None),
    (r"euros?|€", "EUR"),
    (r"(?:dollars?|\$) ?(?:americains?|us|u\.s\.|des etats-unis)|us ?\$|\$ ?us", "USD"),
    (r"(?:dollars?|\$) ?(?:canadiens?|can|ca|cad)|c(?:a|ad|an)? ?\$", "CAD"),
    (r"dollars? australiens?|au?\$", "AUD"),
    (r"dollars? neo-zelandais|nz\$", "NZD"),
    (r"dollars? (?:de )?hong ?-?kong(?:ais)?|hk\$", "HKD"),
    (r"dollars? (?:de singapour|singapouriens?)|s\$", "SGD"),
    (r"dollars? taiwanais|nt\$", "TWD"),
    (r"dollars?|\$", DOLLAR),
    (r"francs? suisses?|fr\.s\.", "CHF"),
    (r"f(?:rancs?)? ?cfa|fcfa", "XOF"),
    (r"francs? (?:cfp|pacifique)", "XPF"),
    (r"francs? francais", "FRF"),
    (r"francs? belges?", "BEF"),
    (r"francs? burundais", "BIF"),
    (r"francs? congolais", "CDF"),
    (r"francs? guineens?", "GNF"),
    (r"francs? rwandais", "RWF"),
    (r"francs?", None),
    (r"livres? turques?", "TRY"),
    (r"livres? egyptiennes?", "EGP"),
    (r"livres? libanaises?", "LBP"),
    (r"livres? syriennes?", "SYP"),
    (r"livres? sterling|£", "GBP"),
    (r"livres?", "GBP"),
    (r"yens?|¥", "JPY"),
    (r"yuans?(?: renminbis?)?|renminbis?", "CNY"),
    (r"wons?(?: sud-coreens?)?|₩", "KRW"),
    (r"roubles?(?: russes?)?|₽", "RUB"),
    (r"roupies? indiennes?|₹", "INR"),
    (r"roupies? pakistanaises?", "PKR"),
    (r"roupies? indonesiennes?|rupiahs?", "IDR"),
    (r"roupies? mauriciennes?", "MUR"),
    (r"roupies?", None),
    (r"dirhams? marocains?", "MAD"),
    (r"dirhams? (?:emiratis?|des emirats)", "AED"),
    (r"dirhams?|dhs?", None),
    (r"dinars? tunisiens?", "TND"),
    (r"dinars? algeriens?", "DZD"),
    (r"dinars? koweitiens?", "KWD"),
    (r"dinars? jordaniens?", "JOD"),
    (r"dinars? (?:irakiens?|iraquiens?)", "IQD"),
    (r"dinars? libyens?", "LYD"),
    (r"dinars?", None),
    (r"couronnes? suedoises?", "SEK"),
    (r"couronnes? norvegiennes?", "NOK"),
    (r"couronnes? danoises?", "DKK"),
    (r"couronnes? tch[eè]ques?", "CZK"),
    (r"couronnes? islandaises?", "ISK"),
    (r"couronnes?", None),
    (r"reais|reaux|r\$", "BRL"),
    (r"rands?(?: sud-africains?)?", "ZAR"),
    (r"shekels?", "ILS"),
    (r"pesos? mexicains?", "MXN"),
    (r"pesos? argentins?", "ARS"),
    (r"pesos? chiliens?", "CLP"),
    (r"pesos? colombiens?", "COP"),
    (r"pesos?", None),
    (r"nairas?", "NGN"),
    (r"cedis?", "GHS"),
    (r"shillings? kenyans?", "KES"),
    (r"zlotys?", "PLN"),
    (r"forints?", "HUF"),
    (r"riyals? saoudiens?", "SAR"),
    (r"riyals? (?:qataris?|qatariens?)", "QAR"),
    (r"hryvnias?", "UAH"),
    (r"bahts?", "THB"),
    (r"lei roumains?", "RON"),
    (r"dongs? vietnamiens?", "VND"),
)
_CODE_PATTERN = "|".join(sorted(code.lower() for code in CODES))
#: What follows a number: "euros", "M€" without its M, "francs suisses", "USD".
NAME = "(?:(?:" + "|".join(pattern for pattern, _ in _NAMES) + f"|{_CODE_PATTERN})(?![a-z]|-[a-z]))"
#: What may stand before a number: "$", "US$", "€", "CHF".
SIGN = rf"(?:(?:(?:us|hk|nz|nt|ca) ?|[casr])?\$|€|£|¥|₹|₩|(?:{_CODE_PATTERN})\b)"

_COMPILED = tuple((re.compile(pattern), code) for pattern, code in _NAMES)


def read_currency(name: str) -> str | None:
    """Give the ISO 4217 code of a flattened name, ``DOLLAR`` for a bare dollar, else None."""
    upper = name.strip().upper()
    if upper in CODES:
        return _NOT_ISO.get(upper, upper)
    for pattern, code in _COMPILED:
        if pattern.fullmatch(name.strip()):
            return code
    return None
