"""What Pydantic refuses, told in Dutch at the key where it stands."""
