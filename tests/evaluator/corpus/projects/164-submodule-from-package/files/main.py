import logging
import os

from app import create_app

logging.basicConfig(level=logging.INFO)
application = create_app()

if __name__ == "__main__":
    application.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
