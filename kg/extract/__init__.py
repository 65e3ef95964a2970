"""Documents -> claims: parsing, mentions, coreference, relations, attribution and qualification."""
