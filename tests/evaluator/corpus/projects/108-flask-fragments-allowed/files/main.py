from flask import Flask, jsonify, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import text

app = Flask(__name__)
app.config.update(SQLALCHEMY_DATABASE_URI="postgresql://user:password@postgres:5432/conduit", JSON_SORT_KEYS=False)
db = SQLAlchemy(app)


class Article(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String(200))
    created_at = db.Column(db.DateTime, server_default=text("now()"))


@app.get("/api/articles")
def index():
    query = Article.query.order_by(text("created_at desc, id desc"))
    if wanted := request.args.get("q"):
        query = query.filter(text("title ILIKE :wanted")).params(wanted=f"%{wanted}%")
    return jsonify(articles=[article.title for article in query.limit(20)])


with app.app_context():
    db.create_all()
app.run(host="0.0.0.0", port=8080)
