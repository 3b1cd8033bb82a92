"""`make demo`: the whole shop on one machine, from an empty folder to `ready:`, until it is told to stop."""
