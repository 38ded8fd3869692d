"""What the gate puts in the place of the admin's own views, choosers and menu."""
