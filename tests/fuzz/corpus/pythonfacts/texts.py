a = "x"
f("y", k="z")
b = "p" "q"
c = f"{a} r {b['s']}"
d = {"t": "u"}
e["v"]
if x == "w": pass
def g(h="i") -> "j": pass
"""Module."""
"bare"
class A:
    """Doc."""
    'again'
    def f(self):
        """Doc
        two."""
        "x" "y"
        return "kept"
    ("kept too")
q = """SELECT *
  FROM users"""
db.execute(
  "INSERT INTO a "
  "VALUES (1)")
log.info("%s" % "x")
