"""What every command does: permission, values, rules, history, and the object that comes back."""
