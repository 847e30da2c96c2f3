"""Who is told of an event, and how: rules, notices in the service, mails."""
