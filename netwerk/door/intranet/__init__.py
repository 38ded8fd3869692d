"""The intranet: where staff, partners and volunteers of one plein come in, and what is on today."""
