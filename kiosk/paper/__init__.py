"""Receipts and slips as pictures of ink."""
