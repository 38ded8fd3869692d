"""What the square adds to a library's home page: the question, now and next, this week, activities."""
