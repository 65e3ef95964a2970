"""Claims -> one self-contained page."""

from kg.explore.view.page import page, view

__all__ = ["page", "view"]
