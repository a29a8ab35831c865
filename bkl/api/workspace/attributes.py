"""What git must know of a workspace: texts keep line feeds on every system."""

GIT_ATTRIBUTES = """\
# Teksten houden overal dezelfde regeleinden, zodat een kenmerk na een kloon hetzelfde blijft.
*.yaml text eol=lf
*.yml text eol=lf
*.md text eol=lf
*.html text eol=lf
*.json text eol=lf
*.j2 text eol=lf
*.css text eol=lf
*.docx binary
*.pdf binary
*.xlsx binary
*.png binary
*.jpg binary
"""
"""The contents of `.gitattributes` in a new workspace."""
