"""Documents in A4, for hands that sign and shelves that keep; made in a process of their own."""
