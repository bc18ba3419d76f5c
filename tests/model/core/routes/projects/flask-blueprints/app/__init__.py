from flask import Flask


def create_app(config=None):
    app = Flask(__name__)
    from .views.users import bp as users_bp
    app.register_blueprint(users_bp, url_prefix='/api/users')
    from .views.user import bp as user_bp
    app.register_blueprint(user_bp, url_prefix='/api/user')
    from .views.profiles import bp as profiles_bp
    app.register_blueprint(profiles_bp, url_prefix='/api/profiles')
    from .views.articles import bp as articles_bp
    app.register_blueprint(articles_bp, url_prefix='/api/articles')
    from .views.tags import bp as tags_bp
    app.register_blueprint(tags_bp, url_prefix='/api/tags')
    return app
