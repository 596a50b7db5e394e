"""A sentence as finders of names read it, and the spans that they propose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.annotate.segment import Token
from pipeline.french.typography import key

_DOMAIN = re.compile(r"\w\.(?:com|fr|io|ai|net|org|eu|tv|ly|app|tech)$")
#: Abbreviations and words with capitals that are no names by themselves.
GENERIC = frozenset(
    """
    pdg p-dg ceo cto cfo coo dg dga dsi drh daf cmo cpo cio rssi vp svp evp ia ai tic pme eti rh
    rse esn ssii saas iot b2b b2c api erp crm pc tv btp bpo ipo ico r&d it tpe cdi cdd opa smic
    bac hlm tva pib oss gps usb lte 3g 4g 5g 6g web internet bourse etat covid covid-19 tgv ter
    gafa gafam start-up startup french-tech president directeur ebitda q&a vc bu lbo fcpi fip
    spac mba phd cfa fcfa xof cop21 cac40 sbf120 nasdaq vtc lgv suv iban llm pgi gcp irl ict
    rgpd dma dsa dsp2 gpu cpu npu tpu led microled oled lcd amoled hd uhd 4k 8k vr ar xr nft dao
    opv oat etf cac sbf mrr gmv rcs sms mms ott svod vod fai mvno adsl ftth fttx vdsl xdsl umts
    gsm lpwan lora nfc rfid qr ip ipv4 ipv6 http https html css sql nosql php json xml sdk ide
    paas iaas soc siem edr xdr vpn ddos apt cve idc byod cms dmp dsp ssp rtb seo sea kpi roi c2c
    d2c dnvb mvp poc rtt cse ccn cv drm gmao plm cao fao pao cad bim gis irm adn arn arnm ivg
    pma fiv vih vae vaé cpf opco dut deug dea dess bac+5 pms bfr capex opex ebit dcf oca bsa
    bspce csg crds isf ifi pea plu zfe zac zad vtt oem odm msp esg isr csrd dpo cdo cro chro
    ciso cso cco smr epr mw kw kwh mwh gwh htva ttc ht usd eur gbp gmt noël pâques toussaint
    hexagone mena asbl youtubeur wifi wi-fi bluetooth blockchain métavers
    """.split()
)
_PREFIXES = frozenset(
    """après avant anti pro post pré ultra non inter trans mi sous super euro franco néo hyper
    quasi pseudo ex vice""".split()
)
#: Institutions' nouns that open a sentence as adverbs: "Direction Sophia Antipolis pour X".
ADVERBIAL = frozenset("direction mission campus office".split())
#: Marks after which a capital proves nothing.
OPENINGS = frozenset('« " : - • | ( ! ? .'.split())


@dataclass(slots=True)
class Candidate:
    """A span that may be a name: half-open offsets, and tokens of its sentence."""

    start: int
    end: int
    sentence: int
    first: int
    """Index of the first token in its sentence."""
    last: int
    """Index past the last token."""
    sources: set[str] = field(default_factory=set)
    label: str = ""
    """The model's label, if it proposed this span."""


class Line:
    """The tokens of one sentence with what every finder asks of them."""

    __slots__ = ("_keys", "heading", "index", "lower", "named", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], index: int, *, heading: bool) -> None:
        self.tokens = tokens
        self.index = index
        self.heading = heading
        self.words = [t.text for t in tokens]
        self.lower = [w.lower() for w in self.words]
        #: Whether each token looks like part of a proper name.
        self.named = [is_name_token(w) for w in self.words]
        self._keys: list[str] | None = None

    @property
    def keys(self) -> list[str]:
        """The tokens in the form in which names are compared."""
        if self._keys is None:
            self._keys = [key(w) for w in self.words]
        return self._keys

    @property
    def shouts(self) -> bool:
        """Whether it is a heading in capitals throughout: its capitals tell nothing."""
        words = [w for w in self.words if w[0].isalpha() and len(w) > 1]
        return self.heading and len(words) >= 2 and all(w.isupper() for w in words)


def is_name_token(text: str) -> bool:
    """Say whether a token looks like part of a proper name: it has a capital somewhere."""
    if text[0].isupper():
        return True
    if not is_word(text[0]):
        return False
    if "." in text and _DOMAIN.search(text):
        return True
    if text.islower():
        return False
    if text[0].islower() and text.partition("-")[0] in _PREFIXES:
        return False  # "après-Covid", "anti-Trump"
    return len(text) > 2 and text[-1] != "'" and any(c.isupper() for c in text[1:])


def is_domain(text: str) -> bool:
    """Say whether a token ends like an address: "leboncoin.fr"."""
    return "." in text and _DOMAIN.search(text) is not None


def is_word(character: str) -> bool:
    """Say whether a character is one of words, not punctuation."""
    return character.isalnum() or character == "_"
