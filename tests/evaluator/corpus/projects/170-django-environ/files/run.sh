python manage.py migrate
gunicorn conduit.wsgi --bind 0.0.0.0:8080
