"""What may happen to a record over time, and who may do it? Pure: no ORM, no clock, no I/O."""
