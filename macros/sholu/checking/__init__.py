"""What an author asks about the state of a review: what is wrong in it, and what a code means."""
