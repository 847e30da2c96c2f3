"""Written by `run.py makemigrations`; applied by `run.py migrate`."""
