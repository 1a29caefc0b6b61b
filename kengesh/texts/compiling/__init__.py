"""From submissions to one rolling text: what each delegation proposes, put side by side in the places it is about."""
