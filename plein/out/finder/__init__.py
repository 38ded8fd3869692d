"""The question behind the question: from the words that people use to who helps, when, and what else may help."""
