gunicorn -b 0.0.0.0:8080 "server:create_app()"
