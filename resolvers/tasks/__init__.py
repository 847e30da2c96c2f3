"""What is to be done, derived from dates, states and rules when it is asked; no table holds it."""
