"""What every command does: check permissions and values, obey the rules, record history, and return the object."""
