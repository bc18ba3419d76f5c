python -m app.main
