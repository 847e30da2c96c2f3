"""What is governed in the demo: notices, forms, requests, retention, looks."""
