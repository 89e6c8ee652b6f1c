"""From contributors' files to models. French keys stop here."""
