"""Short builders of gold documents and fact records for the tests of the measure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.evaluate.gold import GoldDocument, gold_document

NAME_ARGUMENTS = ("company", "place", "person", "acquirer", "target", "a", "b")


def gold(
    *facts: Mapping[str, Any],
    text: str = "",
    article: str = "e001",
    entities: Mapping[str, list[str]] | None = None,
    **more: Any,
) -> GoldDocument:
    """Return a gold document of these fact JSONs."""
    record = {"id": article, "facts": list(facts), "entities": entities or {}, **more}
    return gold_document(record, text)


def told(relation: str, *, article: str = "e001", **values: Any) -> dict[str, Any]:
    """Return a fact record: argument names become arguments, the rest attributes.

    A list argument takes a list of names; ``amount`` a number; ``rule``, ``modality``,
    ``time``, ``confidence`` and ``evidence`` (text, start, end) go to the top.
    """
    arguments: dict[str, Any] = {}
    attributes: dict[str, Any] = {}
    top: dict[str, Any] = {"rule": f"{relation}/test", "modality": "asserted", "confidence": 0.9}
    for key, value in values.items():
        if key in NAME_ARGUMENTS:
            arguments[key] = {"text": value, "name": value}
        elif key in ("investors", "founders"):
            arguments[key] = [{"text": one, "name": one} for one in value]
        elif key == "amount":
            attributes[key] = {"value": value, "currency": values.get("currency", "EUR")}
        elif key in ("rule", "modality", "time", "confidence", "fact_id"):
            top[key] = value
        elif key == "evidence":
            top[key] = dict(zip(("text", "start", "end"), value, strict=True))
        elif key != "currency":
            attributes[key] = value
    return {
        "article": article,
        "relation": relation,
        "arguments": arguments,
        "attributes": attributes,
        **top,
    }
