"""Protection beyond permissions: safety restriction, emergency access, anomalies, and sealed logs."""
