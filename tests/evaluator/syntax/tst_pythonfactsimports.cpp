// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factlines.h"

#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

class TestPythonFactsImports : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
};

void TestPythonFactsImports::reads_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, QStringView kinds, const char *code, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(code) << kinds.toString() << lines;
    };
    row("whole", u"import", R"(import a.b as c, d
import e.f.g
)",
        {uR"(import 1: import a.b {* as c})"_s, uR"(import 1: import d)"_s, uR"(import 2: import e.f.g)"_s});
    row("names", u"import", R"(from a import b, c as d
)",
        {uR"(import 1: from a {b, c as d})"_s});
    row("star", u"import", R"(from x import *
)",
        {uR"(import 1: from x {*})"_s});
    row("relative", u"import", R"(from . import x
from .. import y
from ..a.b import z
from ... import w
)",
        {uR"(import 1: from . {x})"_s, uR"(import 2: from .. {y})"_s, uR"(import 3: from ..a.b {z})"_s,
            uR"(import 4: from ... {w})"_s});
    row("over lines", u"import", R"(from ..a.b import (c as d,  # why
    # more
    e,
)
from a \
  .b import c
)",
        {uR"(import 1: from ..a.b {c as d, e})"_s, uR"(import 5: from a.b {c})"_s});
    row("future", u"import", R"(from __future__ import annotations
)",
        {uR"(import 1: from __future__ {annotations})"_s});
    row("in functions", u"import", R"(def f():
    from a import b
    class C:
        import d; import e
)",
        {uR"(import 2: from a {b})"_s, uR"(import 4: import d)"_s, uR"(import 4: import e)"_s});
    row("type checking", u"import", R"(from typing import TYPE_CHECKING
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
)",
        {uR"(import 1: from typing {TYPE_CHECKING})"_s, uR"(import 3: from a {b} type-only)"_s,
            uR"(import 5: from c {d})"_s, uR"(import 7: import e type-only)"_s, uR"(import 9: import g type-only)"_s,
            uR"(import 11: import h)"_s, uR"(import 13: import i type-only)"_s, uR"(import 14: import j)"_s});
    row("type checking deep", u"import", R"(if a:
    pass
elif TYPE_CHECKING:
    def f():
        from a import b
from c import d
)",
        {uR"(import 5: from a {b} type-only)"_s, uR"(import 6: from c {d})"_s});
    row("tried", u"import", R"(try:
    import ujson as json
except ImportError:
    import json
finally:
    import os
)",
        {uR"(import 2: import ujson {* as json})"_s, uR"(import 4: import json)"_s, uR"(import 6: import os)"_s});
    row("dynamic", u"import", R"(import importlib
m = importlib.import_module("a.b")
import_module(".x", package=__package__)
import_module("..x.y", "app.routes")
__import__("x")
__import__("y", globals(), locals(), ["z"])
importlib.import_module("a." "b").run()
import_module(name="k")
)",
        {uR"(import 1: import importlib)"_s, uR"(import 2: dynamic a.b {* as m})"_s, uR"(import 3: dynamic .x)"_s,
            uR"(import 4: dynamic app.x.y)"_s, uR"(import 5: dynamic x)"_s, uR"(import 6: dynamic y {z})"_s,
            uR"(import 7: dynamic a.b)"_s, uR"(import 8: dynamic k)"_s});
    row("dynamic unknown", u"import", R"(import_module(f"app.{name}")
import_module(name)
__import__()
import_module(*names)
)",
        {});
    row("not in texts", u"import", R"("""
import a
from b import c
"""
# import d
x = "import e"
y = '''
import f
'''
exec("import g")
)",
        {});
    row("conditional", u"import", R"(if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
)",
        {uR"(import 2: import tomllib)"_s, uR"(import 4: import tomli {* as tomllib})"_s});
    row("unicode", u"import", R"(from café import ü
)",
        {uR"(import 1: from café {ü})"_s});
    row("spaced", u"import", R"(from . . a . b import c
import a . b
)",
        {uR"(import 1: from ..a.b {c})"_s, uR"(import 2: import a.b)"_s});
    row("broken", u"import", R"(import
from a import
import b
from import c
import d
)",
        {uR"(import 3: import b)"_s, uR"(damaged)"_s});
}

void TestPythonFactsImports::reads()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, kinds);
    QFETCH(QStringList, lines);
    QCOMPARE(factLines(factsOf(SourceLanguage::Python, {code.constData(), std::size_t(code.size())}), kinds), lines);
}

QTEST_GUILESS_MAIN(TestPythonFactsImports)
#include "tst_pythonfactsimports.moc"
