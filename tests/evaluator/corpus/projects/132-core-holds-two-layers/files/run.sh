python -m conduit.app
