#!/bin/bash
export FLASK_APP=conduit
flask run --host 0.0.0.0 --port 8080
