"""Graph -> answers: queries, measures, explanations, exports and the page."""
