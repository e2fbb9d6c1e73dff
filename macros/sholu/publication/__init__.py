"""What a review gives away beside its pages: files for paper and for readers of electronic books."""
