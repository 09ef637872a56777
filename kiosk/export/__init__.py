"""Files that leave the house on a stick: whole or not at all, and nothing private openly."""
