// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `tables` in this process, on a study of one run.

#include "calledverb.h"
#include "writtenfiles.h"

#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using Test::calledVerb;
using Test::VerbOutcome;
using Test::writeFile;

namespace {

constexpr char report[]
    = "{\"collection\":{},\"run\":{\"executions\":[{\"item\":{\"name\":\"Tags\"},\"request\":"
      "{\"method\":\"GET\",\"url\":\"http://x/tags\"},\"response\":{\"status\":\"OK\",\"code\":200},"
      "\"assertions\":[{\"assertion\":\"is there\"},{\"assertion\":\"is large\",\"error\":"
      "{\"message\":\"no\"}}]}]}}";

} // namespace

class TestTablesVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto tree = m_folder.filePath(u"tree"_s);
        const QString run = tree % u"/uv/mini_swe_sdk/gpt_x/flask-openapi-unconstrained/2026-04-01T12-00-00/run_0/";
        writeFile(run + u"newman-run-report-2026-04-01-12-30-00-000-0.json", report);
        writeFile(run + u"mini_swe_sdk-flask-openapi-unconstrained.patch", "diff --git a/a.py b/a.py\n");
        m_store = m_folder.filePath(u"study.decayscope"_s);
        QVERIFY(importIntoStore(m_store, {tree}, {}, bothVerifiers(), {}));
    }

    void looksReachEveryFormat()
    {
        const auto exact = tables({u"decay"_s, u"--paper-exact"_s, u"--no-notes"_s, u"--caption"_s, u"Mine"_s});
        QCOMPARE(exact.status, 0);
        QCOMPARE(exact.lines().first(2),
            (QStringList{u"Mine"_s,
                u"Scaffold      Model  A% L0  A% L1  A% L2  A% L3  pass@1 L0  pass@1 L1  pass@1 L2  pass@1 L3  ΔA%"_s}));
        QCOMPARE(exact.lines().size(), 5);
        const auto latex = tables({u"decay"_s, u"--format"_s, u"latex"_s, u"--siunitx"_s, u"--label"_s, u"tab:a"_s});
        QVERIFY(latex.output.contains("\\begin{table*}[t]"));
        QVERIFY(latex.output.contains("\\label{tab:a}"));
        QVERIFY(latex.output.contains("S[table-format=2.1]"));
        QVERIFY(latex.output.contains("gpt\\_x"));
    }

    void jsonIsTheSameInEveryLook()
    {
        const auto plain = tables({u"decay"_s, u"--format"_s, u"json"_s});
        const auto looked = tables(
            {u"decay"_s, u"--format"_s, u"json"_s, u"--bold-best"_s, u"--interval"_s, u"hidden"_s, u"--no-notes"_s});
        QCOMPARE(looked.output, plain.output);
        QCOMPARE(plain.document().at("rows").at(0).at("a_l0").get<double>(), 50.0);
    }

    void valuesOfOthersAreCompared()
    {
        const auto path = m_folder.filePath(u"mine.json"_s);
        writeFile(path,
            "{\"format\":\"decayscope published "
            "values\",\"version\":1,\"source\":\"Me\",\"tables\":[{\"table\":\"decay\","
            "\"label\":\"Table 9\",\"rows\":[{\"model\":\"GPT_X\",\"a_l0\":50.0,\"p_l0\":12.5}]}]}");
        const auto found = tables({u"differences"_s, u"--format"_s, u"json"_s, u"--published"_s, path}).document();
        QCOMPARE(found.at("rows").size(), 2U);
        QCOMPARE(found.at("rows").at(0).at("same").get<std::string>(), "yes");
        QCOMPARE(found.at("rows").at(1).at("cause").get<std::string>(), "other runs");
        QCOMPARE(found.at("rows").at(1).at("difference").get<double>(), -12.5);
        QCOMPARE(found.at("same").get<int>(), 1);
        const auto both = tables(
            {u"differences"_s, u"--format"_s, u"json"_s, u"--published"_s, u"study"_s, u"--published"_s, path});
        QCOMPARE(both.document().at("rows").size(), 32U);
    }

    void whatCannotBeIsRefused()
    {
        QCOMPARE(tables({u"decay"_s, u"--interval"_s, u"wide"_s}).status, 2);
        QCOMPARE(tables({u"decay"_s, u"--paper-exact"_s, u"--raw"_s}).status, 2);
        QCOMPARE(tables({u"decay"_s, u"--paper-exact"_s, u"--verifiers"_s, u"syntax"_s}).status, 2);
        QVERIFY(tables({u"differences"_s, u"--published"_s, u"no-such-file"_s}).status != 0);
        const auto path = m_folder.filePath(u"broken.json"_s);
        writeFile(path, "{");
        QVERIFY(tables({u"differences"_s, u"--published"_s, path}).status != 0);
    }

private:
    [[nodiscard]] VerbOutcome tables(const QStringList &arguments) const
    {
        return calledVerb(QStringList{u"--store"_s, m_store, u"tables"_s} + arguments);
    }

    QTemporaryDir m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestTablesVerb)
#include "tst_tablesverb.moc"
