"""What a request must pass before it is answered: bounds, hosts, origins, limits, patience."""
