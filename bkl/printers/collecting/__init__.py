"""What forms brought, for people at a terminal."""
