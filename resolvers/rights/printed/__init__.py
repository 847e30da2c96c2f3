"""What is printed for a person: the data of an access request, and the letters that tell what became of a request."""
