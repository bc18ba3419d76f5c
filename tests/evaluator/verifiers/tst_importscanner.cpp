// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/shareddata.h>
#include <verifiers/importscanner.h>
#include <verifiers/layerrules.h>
#include <verifiers/textscan.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// The imports as "target@offset", joined.
QString printed(std::string_view code)
{
    QStringList found;
    for (const auto &import : findImports(code))
        found.append(textOf(import.target) + u'@' + QString::number(import.offset));
    return found.join(u' ');
}

} // namespace

class TestImportScanner : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void kindsComeInTheStudysOrder();
    void layerOfAnImport_data();
    void layerOfAnImport();
};

void TestImportScanner::finds_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("imports");
    const auto row = [](const char *name, const char *code, const char *imports) {
        QTest::newRow(name) << QByteArray(code) << QString::fromUtf8(imports);
    };
    row("from", "from a.b import c", "a.b@0");
    row("from, indented", "def f():\n\t from ..a import c", "..a@11");
    row("from, over lines", "from\n a\n\n import", "a@0");
    row("from, words stuck to it", "from a importlib", "a@0");
    row("from, not first", "x from a import b", "");
    row("from, no word", "from 'a' import b", "");
    row("from, letters of any script", "from caf\xC3\xA9_\xD9\xA3.b import c", "caf\xC3\xA9_\xD9\xA3.b@0");
    row("from, no letter",
        "from a\xC2\xB7"
        "b import c",
        "");
    row("from, after a no-break space",
        "\xC2\xA0"
        "from\xE3\x80\x80"
        "a\x1Fimport b",
        "a@2");
    row("from, after a broken byte",
        "\xA0"
        "from a import b",
        "");
    row("from, upper case", "From a import b", "");
    row("import", "import a.b as c, d", "a.b@0");
    row("import, next line", "import\n\n  a", "a@0");
    row("import, then itself", "import\nimport\nimport\na", "import@0 a@14");
    row("import, nothing", "import ", "");
    row("import, a brace", "import {a}", "");
    row("import, stuck", "imported a", "");
    row("require, anywhere", "// x = require( 'a' ) + require(\"b\")", "a@7 b@24");
    row("require, over lines", "require(\n'a\nb'\n)", "a\nb@0");
    row("require, mixed quotes", "require('a\")", "a@0");
    row("require, nothing", "require('')", "");
    row("require, more", "require('a' + b)", "");
    row("require, inside a failed one", "require('require('a')", "a@9");
    row("require, upper case", "Require('a')", "");
    row("module", "import {x} from 'a'", "a@0");
    row("module, name is also Python", "import x from 'a'", "x@0 a@0");
    row("module, many words", "import x from from 'a'; import y from 'b'", "x@0 a@0");
    row("module, name on the next line", "import\nx\nfrom\n'a'", "x@0 a@0");
    row("module, name over two lines", "import {x,\ny} from 'a'", "");
    row("module, empty name", "import  from 'a'", "from@0 a@0");
    row("module, one space only", "import from 'a'", "from@0");
    row("module, empty name over lines", "import \n from 'a'", "from@0 a@0");
    row("module, no space before the quote", "import x from'a'", "x@0");
    row("module, no space before from", "import {x}from 'a'", "");
    row("module, star", "  import * as x from \"a\"", "a@2");
    row("module, side effect", "import 'a'", "");
    row("module, type", "import type {X} from 'a';", "type@0 a@0");
    row("module, text over lines", "import x from 'a\nimport y from 'b'", "x@0 y@17 a\nimport y from @0");
    row("module, from of the next line", "import x\nfrom 'a'\nimport y from 'b'", "x@0 y@18 a@0 b@18");
}

void TestImportScanner::finds()
{
    QFETCH(QByteArray, code);
    QFETCH(QString, imports);
    QCOMPARE(printed({code.constData(), static_cast<std::size_t>(code.size())}), imports);
}

void TestImportScanner::kindsComeInTheStudysOrder()
{
    QCOMPARE(printed("import d from 'e'\nrequire('c')\nimport b\nfrom a import x"), u"a@40 d@0 b@31 c@18 e@0"_s);
}

void TestImportScanner::layerOfAnImport_data()
{
    QTest::addColumn<QString>("layer");
    const auto row = [](const char *target, const char *layer) { QTest::newRow(target) << QString::fromLatin1(layer); };
    row("../services/a", "services");
    row("app.Models.user", "models");
    row("..DAL", "repositories");
    row("@domain/x", "-");
    row("src/services.v2/a", "services");
    row("repositories", "repositories");
    row("models/routes", "routes");
    row("data/models", "models");
    row("a-services", "-");
    row("a::services::b", "-");
    row("express", "-");
    row("./", "-");
}

void TestImportScanner::layerOfAnImport()
{
    QFETCH(QString, layer);
    const auto found = layerOfImport(QTest::currentDataTag());
    QCOMPARE(found ? layerName(*found) : u"-"_s, layer);
}

QTEST_GUILESS_MAIN(TestImportScanner)
#include "tst_importscanner.moc"
