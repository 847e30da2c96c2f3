"""Working days: what a recorded day must contain, many days at once, the sheet, and the months."""
