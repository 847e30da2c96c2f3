"""The second factor of people of the embedded provider: codes of an authenticator application, and recovery codes."""
