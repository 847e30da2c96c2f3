"""What happens when it is asked? Reads compiled to SQL, writes, transitions."""
