class A: pass
class B(): pass
class C(A, b.D, metaclass=M): pass
class E(Generic[T], Repo["User"]): pass
class F(declarative_base()): pass
class G(SQLModel, table=True): pass
class H(*bases, **kw): pass
@dataclass(frozen=True)
@x.y
class A(B):
    """Doc."""
    a: int
    b: str = "x"
    c = d = Column()
    e, f = 1, 2
    if X:
        g = 1
        def h(self): pass
    def __init__(self, z): self.z = z
    @property
    def i(self) -> int: return 1
    async def j(self): pass
    k = lambda self: 1
    class L:
        m = 1
        def n(self): pass
def f(a, b: int, c=1, d: str = "x", *args, e, **kw: Any): pass
def g(a, /, b, *, c: Optional[
    Session] = Depends(x)): pass
async def h(*, x: "User" = None): pass
def i(): pass
j = lambda a, b=1: a
def f():
    def g():
        class A:
            def m(self):
                def h(): pass
    return g
