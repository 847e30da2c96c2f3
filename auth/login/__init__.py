"""Log-in and log-out as a relying party of an OpenID provider."""
