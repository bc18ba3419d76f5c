python -m conduit.main
