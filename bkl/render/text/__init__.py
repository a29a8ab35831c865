"""Text of a report: escaped on its way into Markdown, and Markdown read back."""
