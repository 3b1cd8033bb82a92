"""Training of the shop's encoder. The only package that may import Keras and TensorFlow."""
