"""The people of the demo, and the organisations around them."""
