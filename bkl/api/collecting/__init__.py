"""Collecting figures from people: forms out, and what they filled in back again."""
