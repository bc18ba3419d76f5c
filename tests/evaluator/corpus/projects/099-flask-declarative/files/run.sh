python -m blog
