"""`kiosk doctor`: looks at each part of the box and says what to do. It never opens a letter."""
