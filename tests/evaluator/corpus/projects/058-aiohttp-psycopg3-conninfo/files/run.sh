exec python3 -m conduit
