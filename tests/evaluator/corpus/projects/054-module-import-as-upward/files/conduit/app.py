from aiohttp import web

from conduit.handlers import pages

app = web.Application()
app.router.add_get("/api/articles", pages.index)

if __name__ == "__main__":
    web.run_app(app, port=8080)
