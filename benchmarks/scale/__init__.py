"""`nearest()` on the shop's own tables with ten thousand to a million images: recall, time, memory, disk."""
