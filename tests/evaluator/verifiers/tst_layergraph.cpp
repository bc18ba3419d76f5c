// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercases.h"

#include <verifiers/layergraph.h>
#include <verifiers/layerrules.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

QStringList printed(const LayerGraph &graph)
{
    QStringList lines;
    for (const auto &node : graph.nodes)
        lines << u"%1 %2: %3"_s.arg(node.rank).arg(node.name, node.files.join(u", "_s));
    for (const auto &edge : graph.edges)
        lines << u"%1 → %2 ×%3%4 %5:%6"_s.arg(graph.nodes[static_cast<std::size_t>(edge.from)].name,
            graph.nodes[static_cast<std::size_t>(edge.to)].name, QString::number(edge.imports),
            edge.isOffending ? u" against the order"_s : QString(), edge.file, QString::number(edge.line));
    return lines;
}

std::size_t offendingImports(const LayerGraph &graph)
{
    std::size_t imports = 0;
    for (const auto &edge : graph.edges)
        imports += edge.isOffending ? static_cast<std::size_t>(edge.imports) : 0;
    return imports;
}

} // namespace

class TestLayerGraph : public QObject
{
    Q_OBJECT

private slots:
    void showsImportsBetweenLayers()
    {
        const QByteArray patch
            = "diff --git a/src/routes/a.js b/src/routes/a.js\n--- /dev/null\n+++ b/src/routes/a.js\n"
              "@@ -0,0 +1,3 @@\n+const s = require('../services/a');\n"
              "+const t = require('../services/b');\n+const r = require('./b');\n"
              "diff --git a/src/models/m.js b/src/models/m.js\n--- /dev/null\n+++ b/src/models/m.js\n"
              "@@ -0,0 +1,2 @@\n+\n+const s = require('../services/a');\n"_ba;
        QCOMPARE(printed(layerGraph(patch)),
            QStringList({u"3 routes: src/routes/a.js"_s, u"2 services: "_s, u"1 repositories: "_s,
                u"0 models: src/models/m.js"_s, u"routes → services ×2 src/routes/a.js:1"_s,
                u"models → services ×1 against the order src/models/m.js:2"_s}));
    }

    void nothingGivesEmptyLayers()
    {
        QCOMPARE(printed(layerGraph({})),
            QStringList({u"3 routes: "_s, u"2 services: "_s, u"1 repositories: "_s, u"0 models: "_s}));
    }

    void offendsAsTheVerifierSays()
    {
        const auto cases = verifierCases();
        if (cases.empty())
            QSKIP("the shared verifier cases are not here");
        for (const auto &one : cases)
            QVERIFY2(offendingImports(layerGraph(one.patch)) == analyseLayers(readPatch(one.patch)).violations.size(),
                qPrintable(one.name));
    }
};

QTEST_GUILESS_MAIN(TestLayerGraph)
#include "tst_layergraph.moc"
