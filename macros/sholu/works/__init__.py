"""What one work shows where there is room for one form of it; asked by exports, metadata, pictures."""
