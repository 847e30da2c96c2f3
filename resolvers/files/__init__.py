"""Files of objects: announced, uploaded, downloaded, removed."""
