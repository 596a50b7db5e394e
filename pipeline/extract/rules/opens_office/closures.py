"""Establishments that are closed, given up, or left for another place."""

from __future__ import annotations

from pipeline.extract.relation import Rule

_OFFICE = {"kind": "office"}

RULES: tuple[Rule, ...] = (
    # -- closing --------------------------------------------------------------------
    Rule("closing", "{company&} @closing ~3 @office ~2 de|d'|du|à|en|au {place+}", weight=0.84, status="closed", nominal=True),
    Rule("closes_place", "{company^} @shutdown @def? {place+}", weight=0.66, status="closed", attributes=_OFFICE),
    Rule("closing_far", "{company&} @closing ~~12 @poss ~1 @office ~2 de|d'|à {place+}", weight=0.82, status="closed", nominal=True),
    Rule("shuts_inside", "{company&} {place=dem@office} ~~8 @shut", weight=0.86, status="closed", verb="shut"),
    Rule("closing_adjective", "{company&} @closing ~3 @office {place=dem}", weight=0.84, status="closed", nominal=True),
    Rule("closing_inside", "{company&} @closing ~2 {place=dem@office}", weight=0.84, status="closed", nominal=True),
    Rule("shuts", "{company&} @office ~2 de|d'|à|en|au {place+} ~~8 @shut", weight=0.84, status="closed", verb="shut"),
    Rule("shuts_owner", "@office ~2 de|d'|du @def? {company-} ~1 %at {place+} ~~6 @shut", weight=0.86, status="closed", verb="shut"),
    Rule("shuts_adjective", "{company&} @office {place=dem} ~~6 @shut", weight=0.84, status="closed", verb="shut"),
    Rule("doomed", "{company&} @office ~3 de|d'|à|en {place+} ~~10 promis|promise|condamné|condamnée|voué|vouée à ~1 @doomed", weight=0.88, status="closed"),
    Rule("doomed_first", "{company&} ^ promis|promise|condamné|condamnée|menacé|menacée à|de ~1 @doomed , @def? @office ~4 %at {place}", weight=0.88, status="closed"),
    Rule("curtain_falls", "{company&} fini|rideau|trait|clé|clef|clés|rideaux|terminé ~6 @office ~4 de|d'|du|à|en|au {place+}", weight=0.9, status="closed", given="baisse|baissé|baissera|baisser|tombé|tombe|tire|tirer|tiré|tirera|fini|porte"),
    Rule("curtain_falls_owner", "fini|rideau|trait ~6 @office de|d'|du @def? {company-} ~1 %at {place+}", weight=0.91, status="closed", given="tombé|tombe|fini|tire|tiré"),
    Rule("withdraws", "{company^} se|s' retire|retirer|retirera|retiré|désengage ~1 de|d'|du @def? {place+}", weight=0.7, status="closed", attributes=_OFFICE),
    Rule("quits", "{company-} ~2 @leave @def? {place+}", weight=0.62, status="closed", attributes=_OFFICE),
    Rule("towns_doomed", "{company~} @towns ~~12 concernées|concernés|touchées|touchés|@doomed ~3 figurent|sont|: ~1 {place+}", weight=0.7, status="closed", near="%shutting"),
    # -- moving ---------------------------------------------------------------------
    Rule("moves_to", "{company^} @move ~3 @office ~~6 à|vers|en|au {place+}", weight=0.82, verb="move"),
    Rule("moves_house", "{company^} @move ~2 à|vers|en|au {place+}", weight=0.7, verb="move", attributes=_OFFICE),
    Rule("moves_from", "{company^} @move ~3 @office ~3 de|d'|du {place+} à|vers|pour|en|contre", weight=0.88, status="closed", verb="move"),
    Rule("quits_for", "{company&} @leave ~2 #L ~2 pour @def? {place+}", weight=0.7, attributes=_OFFICE, verb="leave"),
    Rule("leaves_for", "{company^} @leave|@move ~4 @office ~2 de|d' #L ~2 pour|contre ~4 à|en {place+}", weight=0.86, verb="leave"),
    Rule("moves_house_from", "{company^} @move ~3 de|d'|du {place} à|vers|pour #L", weight=0.84, status="closed", attributes=_OFFICE, verb="move"),
    Rule("moves_house_to", "{company^} @move ~3 de|d'|du #L à|vers|pour {place}", weight=0.84, attributes=_OFFICE, verb="move"),
    Rule("own_quits", "{company&} @poss @office @leave ~1 {place+}", weight=0.8, status="closed", verb="leave"),
    Rule("swaps", "{company^} @move ~2 @office de|d' #L contre ~5 à|en {place+}", weight=0.86, verb="move"),
    # -- leaving -----------------------------------------------------------------------------
    Rule("exit", "{company~} ^ adieu|exit|terminé @def? {place!}", weight=0.66, status="closed", attributes=_OFFICE),
    Rule("over", "{company~} ^ {place!} , c' est ~1 fini|terminé", weight=0.7, status="closed", attributes=_OFFICE),
    Rule("not_any_more", "^ %at {place} , {company-} n'|ne ~1 @hold plus ~3 @firm|@belongings", weight=0.84, status="closed", attributes=_OFFICE, negative=True),
    Rule("farewell", "{company~} adieu ~3 @firm ~2 de|d'|à {place+}", weight=0.84, status="closed"),
    Rule("welcome", "{company~} adieu ~~10 bonjour|bienvenue ~3 de|d'|à {place+}", weight=0.84, status="planned", attributes=_OFFICE),
    Rule("leaves_far", "{company^} @leave|@move ~4 @office ~2 de|d' #L ~~2 pour|contre ~~14 à|en {place+}", weight=0.8, verb="leave"),
    Rule("barters", "{company^} @barter ~4 de|d'|du {place} contre ~~8 à|en #L", weight=0.8, status="closed", attributes=_OFFICE, verb="barter"),
    Rule("barters_for", "{company^} @barter ~4 de|d'|du #L contre ~~8 à|en {place}", weight=0.8, attributes=_OFFICE, verb="barter"),
    Rule("quits_one_for", "{company&} @leave @def? {place!} ~2 pour @def? #L", weight=0.72, status="closed", attributes=_OFFICE, verb="leave"),
    Rule("was_there", "{company&} jusque-là|jusqu'ici|jusqu'alors|naguère|longtemps là? @sited %at {place}", weight=0.76, status="closed"),
    Rule("was_there_split", "{company&} jusque|jusqu' là|ici|alors @sited %at {place}", weight=0.76, status="closed"),
    Rule("rejoins", "{company&} @rejoin @def? {place}", weight=0.5, near="@firm|@move", verb="rejoin", attributes=_OFFICE),
)  # fmt: skip
