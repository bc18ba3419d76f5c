from flask import Flask

from repositories import init_db
from routes import bp

app = Flask(__name__)
app.register_blueprint(bp, url_prefix="/api")
init_db()

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
