"""What follows from each family of events: one file a family."""
