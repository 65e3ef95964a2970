"""What the analysis finds -> plots, and a report that people print and cite."""

from kg.explore.printed.page import report, write_report
from kg.explore.printed.plots import write_plots

__all__ = ["report", "write_plots", "write_report"]
