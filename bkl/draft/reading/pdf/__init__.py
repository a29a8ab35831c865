"""PDF: pieces of text with their places, made into lines, columns and tables again."""
