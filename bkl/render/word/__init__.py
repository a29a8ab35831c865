"""Word: the report as a document that an office can edit, with real styles and footnotes.

Everything here needs python-docx, an extra: only `formats.docx` may import this package.
"""
