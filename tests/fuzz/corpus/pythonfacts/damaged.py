import a
print "hello %s" % x()
print >>f, "y"
exec "z"
try:
    g()
except E, e:
    raise E, "w"
x = `y`
z = a <> b
import c
import a
<<<<<<< HEAD
import b
x = f(1)
=======
import c
x = f(2)
>>>>>>> branch
import d
def g():
    return h()
import a
class A:
    def m(self):
        return f("x")
    def n(self, b
import a
x = f(
def g():
    return h()
import b

import a
x = "abc
y = 1
import b

import a
def f():
    """abc
    import b

class A:
  def f(self):
      x()
    y()
  def g(self): z()
import b
import a
+import b
-import c
@@ -1 +1 @@
def f():
+    return g()
import d
const a = require("b");
function f() { return g(); }
import x from "y";
import a
{% if x %}
import b
{% endif %}
x = {{ cookiecutter.y }}
import c
import a
def f()
    g()
class B
    x = 1
if c
    import d
import e
        return f(x)
    def g(self):
        h()

class A(B):
    x = 1

```python
import a
x = f()
```

import a
else:
    import b
f()
except E:
    g()
import c
