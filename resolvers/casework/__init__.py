"""The daily work of coaching, one module for each noun: its guards, effects and rules."""
