A = 1
class C:
    b: str
    c: int = 2
    d = 3
    class D:
        e = 4
    def m(self):
        self.f = 5
        g = 6
        def h():
            i = 7
        class E:
            j = 8
a = b = c = 1
d, e = 1, 2
f, (g, h) = x()
[i, j] = y
*k, l = z
(m) = 1
app.config["X"] = "y"
x[i] = 1
x().y = 2
n, o = p, q = 1, 2
a += "x"
b -= 1
app.config["X"] += c
with open("x") as f, g() as (h, i):
    pass
with (open("y") as j):
    pass
if (k := l()):
    pass
async def m():
    async with n() as o:
        pass
for a in b:
    c = 1
try:
    pass
except E as e:
    d = 2
import f as g
global h
if a == 1:
    x = 1
elif b:
    x = 2
else:
    x = 3
try:
    x = 4
except (A, B) as e:
    x = 5
except:
    x = 6
else:
    x = 7
finally:
    x = 8
match y:
    case "a" | "b":
        x = 9
    case Point(z=0) if q:
        x = 10
    case _:
        x = 11
while True:
    x = 12
else:
    x = 13
x = 14
if a:
    try:
        if  not (b
            and c):
            x = 1
    except E:
        pass
def f():
    if a:
        return "x"
    return g(1), 2
def h():
    return
async def i():
    return await j()
a: str
b: Optional[str] = None
self.c: int = 1
d: Annotated[int, Field(gt=0)] = Field(default=1)
