"""The intranet: what staff, partners and volunteers of one plein need today, and what they agreed."""
