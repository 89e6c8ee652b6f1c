"""Small frozen models. They know nothing of files, of Markdown or of the site engine."""
