"""The states of records over time, and who may do what in each. Pure: no ORM, no clock, no I/O."""
