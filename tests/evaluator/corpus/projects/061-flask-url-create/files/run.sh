python wsgi.py
