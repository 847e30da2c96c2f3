"""What a person may ask of the register: requests, corrections, restriction, the data export."""
