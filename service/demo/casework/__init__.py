"""What was done with the clients of the demo."""
