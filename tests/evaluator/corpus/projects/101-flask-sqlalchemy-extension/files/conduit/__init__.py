from flask import Flask

from .config import Config
from .extensions import db
from .users import users


def create_app():
    app = Flask(__name__)
    app.config.from_object(Config)
    db.init_app(app)
    app.register_blueprint(users)
    with app.app_context():
        db.create_all()
    return app
