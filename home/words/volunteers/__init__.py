"""The translation link: a volunteer translates pages from a phone through a personal link, and an editor reviews."""
