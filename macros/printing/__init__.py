"""Prints pages of the built site to PDF, with the browser of the machine. Not needed to build nor to preview the site."""
