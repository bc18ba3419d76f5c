import a.b as c, d
import e.f.g
from a import b, c as d
from x import *
from . import x
from .. import y
from ..a.b import z
from ... import w
from ..a.b import (c as d,  # why
    # more
    e,
)
from a \
  .b import c
from __future__ import annotations
def f():
    from a import b
    class C:
        import d; import e
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from a import b
else:
    from c import d
if typing.TYPE_CHECKING:
    import e
if False:
    import g
if not TYPE_CHECKING:
    import h
else:
    import i
import j
if a:
    pass
elif TYPE_CHECKING:
    def f():
        from a import b
from c import d
try:
    import ujson as json
except ImportError:
    import json
finally:
    import os
import importlib
m = importlib.import_module("a.b")
import_module(".x", package=__package__)
import_module("..x.y", "app.routes")
__import__("x")
__import__("y", globals(), locals(), ["z"])
importlib.import_module("a." "b").run()
import_module(name="k")
import_module(f"app.{name}")
import_module(name)
__import__()
import_module(*names)
"""
import a
from b import c
"""
# import d
x = "import e"
y = '''
import f
'''
exec("import g")
if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
from café import ü
from . . a . b import c
import a . b
import
from a import
import b
from import c
import d
