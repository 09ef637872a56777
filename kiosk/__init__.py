"""The trust post: a letter box and an information board in a school corridor."""
