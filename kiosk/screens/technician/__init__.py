"""The technician's screens: the PIN, the doctor's page, the slot's beam. None knows a letter."""
