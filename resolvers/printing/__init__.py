"""What is printed: documents of headings, paragraphs and tables, set as PDF or as pictures by Typst."""
