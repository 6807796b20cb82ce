"""Changes of a file that leave every byte outside of them as it is."""
