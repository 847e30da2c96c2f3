"""What can be asked, and which permission does each field need? The only place that knows it."""
