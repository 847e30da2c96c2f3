"""What guards people beyond permission: safety restriction, emergency access, anomalies, sealed logs."""
