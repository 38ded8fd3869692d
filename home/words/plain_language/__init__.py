"""Help with plain Dutch: what makes a page hard to read, while somebody writes it and before she publishes it."""
