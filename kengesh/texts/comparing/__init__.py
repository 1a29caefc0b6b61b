"""Two versions compared: first unit by unit, then, in the units that changed, word by word."""
