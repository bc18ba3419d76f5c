export FLASK_APP=conduit:create_app
flask run --port 8080 --host 0.0.0.0
