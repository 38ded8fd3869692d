"""Events and invitations: a Polish evening, a Bulgarian afternoon; date, place and who welcomes you."""
