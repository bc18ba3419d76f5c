exec uvicorn conduit.main:create_app --factory --port 8080 --host 0.0.0.0
