from flask import Flask, jsonify

from storage.postgres import Store

app = Flask(__name__)
store = Store()


@app.route("/api/tags")
def tags():
    return jsonify({"tags": store.tags()})


if __name__ == "__main__":
    app.run("0.0.0.0", 8080)
