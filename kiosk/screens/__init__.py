"""What is seen and touched: the only place that knows pygame."""
