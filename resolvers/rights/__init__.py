"""The rights of the person: data requests, rectifications, restrictions, and the data export."""
