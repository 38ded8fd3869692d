"""What a resident can come for: consultation hours, courses, practice groups, programmes such as IDO and Taalhuis."""
