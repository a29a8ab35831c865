"""What stands under what, contributes to what, and may be added up."""
