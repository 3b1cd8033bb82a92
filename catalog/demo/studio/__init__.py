"""A photo studio that draws: goods with relief, seams and weave, lit by lamps, before a paper ground."""
