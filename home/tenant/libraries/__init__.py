"""A library is a tenant: a site, a house style, languages, staff and data of its own."""
