exec uvicorn conduit.main:app --port 8080
