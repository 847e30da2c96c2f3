"""The files of objects: announced, uploaded, downloaded and removed."""
