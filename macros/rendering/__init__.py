"""From models to text. Pure functions; the markup is in overrides/components."""
