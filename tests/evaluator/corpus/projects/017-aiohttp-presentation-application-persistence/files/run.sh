python -m conduit
