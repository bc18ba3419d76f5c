python -m server
