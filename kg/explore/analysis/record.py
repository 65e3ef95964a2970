"""What the analysis finds -> JSON."""

import json
from dataclasses import fields, is_dataclass

from kg.explore.analysis.compare import Comparison
from kg.explore.analysis.measure import Analysis
from kg.explore.record import claim_record
from kg.model import Claim

__all__ = ["analysis_json", "comparison_json"]


def analysis_json(found: Analysis) -> str:
    """Everything as one JSON object.

    Args:
        found: The analysis.

    Returns:
        An object with a list for each part, with all its rows; claims are records as `kg extract` writes them.
    """
    return json.dumps(_plain(found), ensure_ascii=False, indent=1) + "\n"


def comparison_json(found: Comparison) -> str:
    """Sources against each other as one JSON object, with a list of pairs and one of disagreements."""
    return json.dumps(_plain(found), ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, Claim):
        return claim_record(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
