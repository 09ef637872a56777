"""The kiosk on simulated hardware: the dock, the tour, the geometry."""
