"""The rules of the trust post in plain Python."""
