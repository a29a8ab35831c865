"""`render`: the reports, and whether those that stand there are still right."""
