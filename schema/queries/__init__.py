"""What is asked and done beside stored content."""
