from flask import Flask

from routes.users import users

app = Flask(__name__)
app.register_blueprint(users)
app.run(host="0.0.0.0", port=8080)
