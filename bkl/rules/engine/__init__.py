"""What makes rules run: their shape, what they look at, which are chosen, what lets them pass."""
