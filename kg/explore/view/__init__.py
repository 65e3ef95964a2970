"""Claims -> one self-contained page."""

from kg.explore.view.page import Heading, page, view

__all__ = ["Heading", "page", "view"]
