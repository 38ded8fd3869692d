"""De praatplaat: acht leefgebieden in beeld, wat iemand daar wil leren, met wie, en welk aanbod daarbij past."""
