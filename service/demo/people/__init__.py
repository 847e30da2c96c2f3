"""The people of the demo and those around them."""
