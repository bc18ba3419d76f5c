python -m service
