"""Medewerkers op het plein: wie er werkt, voor de bibliotheek of een partner, en wie genoemd wil worden."""
