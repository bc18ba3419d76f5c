PROFILE = "local"
FILE = "conduit.db"
URLS = {
    "local": "sqlite:///" + FILE,
}
