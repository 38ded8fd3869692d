"""What a reader narrows a list by: only choices that occur, each with how many, each a link that needs no script."""
