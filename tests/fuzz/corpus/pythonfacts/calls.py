@d(a())
def f(x=b(), y: Annotated[int, c()] = 1) -> g():
    return [h(i) for i in j() if k()]
l(m=n(), **o())
p = f"{q()} {r(s())!r:{t()}}"
assert u(), v()
raise w() from x()
del y()[z()]
lambda: aa()
{bb(): cc()}
{**dd()}
ee()[ff()]
a.b().c(d).e()
(db.session
  .query(User)
  .filter_by(id=1)
  .all())
"x".join(y)
(await f()).g()
x["y"]()
handlers[i](1)
super().__init__()
a = f()
b: T = f()
self.c = f()
d = await f()
e = (f())
g = x or f()
h = f() if f() else f()
i = f().g()
j, k = f(), g()
l, m = f()
n = o = f()
p = [f()]
q = f(g())
x["k"] = f()
if (r := f()):
    pass
with f() as s:
    pass
@app.get("/x")
@login_required
@a.b.c
@x[0].y
@f(g()).h(1)
async def f(): pass
@dataclass
class C:
    @property
    def p(self): pass
    @app.route("/y")
    @staticmethod
    def q(): pass
if TESTING:
    f()
x = g() if TESTING else h()
try:
    i()
except ImportError:
    j()
class A:
    x = f()
    def m(self):
        g()
        def n():
            h()
        return lambda: i()
f(1, a="x", *b, **c)
f(a=g(b=1))
f(*[1, 2])
f(x, y=[z])
sum(f(x) for x in y)
any(g() for a in b if h(a))
