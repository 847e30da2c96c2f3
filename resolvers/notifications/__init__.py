"""Notifications: the events, the rules about them, and their delivery in the service and by mail."""
