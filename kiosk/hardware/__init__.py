"""The box, its sensors, lock, printer and clock behind small protocols."""
