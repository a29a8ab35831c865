"""Everything said in Dutch about figures and verdicts: for terminal, documents and JSON alike."""
