// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `compare` in this process, on two studies of a few runs.

#include "calledverb.h"
#include "writtenfiles.h"

#include <verifiers/bothverifiers.h>
#include <workspace/assertionreading.h>
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

/// Two requests of the same name: two assertions, then one. The first `passing` pass.
QByteArray report(int passing)
{
    int number = 0;
    const auto assertion = [&](const QByteArray &name) -> QByteArray {
        return "{\"assertion\":\"" + name + '"' + (number++ < passing ? "" : ",\"error\":{\"message\":\"no\"}") + '}';
    };
    const auto request = [](const QByteArray &assertions) -> QByteArray {
        return "{\"item\":{\"name\":\"Tags\"},\"request\":{\"method\":\"GET\",\"url\":\"http://x/tags\"},\"response\":"
               "{\"status\":\"OK\",\"code\":200},\"assertions\":["
            + assertions + "]}";
    };
    const auto isThere = assertion("is there"); // One after the other: they are counted.
    const auto isLarge = assertion("is large");
    const auto first = request(QByteArray(isThere + ',' + isLarge));
    return "{\"collection\":{},\"run\":{\"executions\":[" + first + ',' + request(assertion("is there")) + "]}}";
}

void addRun(const QString &tree, const QString &scaffold, const QString &task, int trial, int passing)
{
    const QString run
        = tree % u"/uv/" % scaffold % u"/gpt_x/" % task % u"/2026-04-01T12-00-00/run_" % QString::number(trial);
    writeFile(run + u"/newman-run-report-2026-04-01-12-30-00-000-0.json", report(passing));
    writeFile(run % u'/' % scaffold % u'-' % task % u".patch", "diff --git a/a.py b/a.py\n");
}

} // namespace

class TestCompareVerb : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void levelsTasksAndAssertions();
    void formats();
    void anotherStudy();
    void usage_data();
    void usage();
    void nothingInCommon();
    void outcomesOfTheStore();

private:
    [[nodiscard]] VerbOutcome compare(const QStringList &arguments) const
    {
        return calledVerb(QStringList{u"--store"_s, m_store, u"compare"_s} + arguments);
    }

    [[nodiscard]] static QStringList scaffolds()
    {
        return {u"--a-scaffold"_s, u"mini_swe_sdk"_s, u"--b-scaffold"_s, u"openhands_sdk"_s};
    }

    QTemporaryDir m_folder;
    QString m_store;
    QString m_other;
};

void TestCompareVerb::initTestCase()
{
    const auto tree = m_folder.filePath(u"tree"_s);
    const auto later = m_folder.filePath(u"later"_s);
    for (const auto &task : {u"flask-openapi-unconstrained"_s, u"django-openapi-unconstrained"_s}) {
        for (int trial = 0; trial < 2; ++trial) {
            addRun(tree, u"mini_swe_sdk"_s, task, trial, 3);
            addRun(tree, u"openhands_sdk"_s, task, trial, 2);
            addRun(later, u"mini_swe_sdk"_s, task, trial, task.startsWith(u'f') ? 1 : 3);
        }
    }
    m_store = m_folder.filePath(u"study.decayscope"_s);
    m_other = m_folder.filePath(u"later.decayscope"_s);
    QVERIFY(importIntoStore(m_store, {tree}, {}, bothVerifiers(), {}));
    QVERIFY(importIntoStore(m_other, {later}, {}, bothVerifiers(), {}));
}

void TestCompareVerb::levelsTasksAndAssertions()
{
    const auto levels = compare(scaffolds() + QStringList{u"--json"_s});
    QCOMPARE(levels.status, 0);
    const auto document = levels.document();
    QCOMPARE(document.at("table").get<std::string>(), "compare-levels");
    QCOMPARE(document.at("rows").size(), std::size_t{2});
    const auto &all = document.at("rows").at(1);
    QCOMPARE(all.at("level").get<std::string>(), "all");
    QCOMPARE(all.at("a").get<double>(), 100.0);
    QVERIFY(std::abs(all.at("difference").get<double>() + 100.0 / 3) < 1e-9);
    QCOMPARE(all.at("only_a").get<int>(), 2);
    QCOMPARE(document.at("sides").at("b").get<std::string>(), "openhands_sdk");

    const auto parts = compare(scaffolds() + QStringList{u"--part"_s, u"all"_s, u"--json"_s}).document();
    QCOMPARE(parts.at("tasks").at("rows").size(), std::size_t{2});
    const auto &worst = parts.at("assertions").at("rows").at(0);
    QCOMPARE(worst.at("request").get<std::string>(), "Tags #2");
    QCOMPARE(worst.at("assertion").get<std::string>(), "is there");
    QCOMPARE(worst.at("difference").get<double>(), -100.0);
    QCOMPARE(worst.at("change").get<std::string>(), "new failure");
}

void TestCompareVerb::formats()
{
    const auto csv = compare(scaffolds() + QStringList{u"--part"_s, u"tasks"_s, u"--format"_s, u"csv"_s});
    QCOMPARE(csv.status, 0);
    QVERIFY(csv.lines().first().startsWith(u"task,framework,level,pairs,runs_a,runs_b,a,b,difference,"));
    QCOMPARE(csv.lines().size(), 3);
    const auto text = compare(scaffolds() + QStringList{u"--part"_s, u"all"_s});
    for (const auto *title : {"Differences by level: B (openhands_sdk) less A (mini_swe_sdk)", "Differences by task",
             "Differences by assertion"})
        QVERIFY2(text.output.contains(title), text.output.constData());
    for (const auto &format : {u"markdown"_s, u"html"_s, u"latex"_s})
        QCOMPARE(compare(scaffolds() + QStringList{u"--part"_s, u"all"_s, u"--format"_s, format}).status, 0);
}

void TestCompareVerb::anotherStudy()
{
    const auto outcome
        = compare({u"--a-scaffold"_s, u"mini_swe_sdk"_s, u"--with"_s, m_other, u"--part"_s, u"tasks"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const auto rows = outcome.document().at("rows");
    QCOMPARE(rows.at(0).at("task").get<std::string>(), "flask-openapi-unconstrained");
    QVERIFY(std::abs(rows.at(0).at("difference").get<double>() + 200.0 / 3) < 1e-9);
    QCOMPARE(rows.at(1).at("difference").get<double>(), 0.0);
    QVERIFY(outcome.document().at("sides").at("b").get<std::string>().starts_with("all runs, in "));
    QCOMPARE(compare({u"--with"_s, m_folder.filePath(u"none.decayscope"_s)}).status, 3);
}

void TestCompareVerb::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("the same") << QStringList{u"--a-model"_s, u"x"_s, u"--b-model"_s, u"x"_s};
    QTest::newRow("all parts as CSV") << scaffolds() + QStringList{u"--part"_s, u"all"_s, u"--format"_s, u"csv"_s};
    QTest::newRow("unknown part") << scaffolds() + QStringList{u"--part"_s, u"turns"_s};
    QTest::newRow("unknown level") << QStringList{u"--a-level"_s, u"9"_s};
    QTest::newRow("the same runs by other words") << QStringList{u"--a-model"_s, u"gpt_x"_s};
}

void TestCompareVerb::usage()
{
    QFETCH(QStringList, arguments);
    const auto outcome = compare(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.output.isEmpty());
}

void TestCompareVerb::nothingInCommon()
{
    QCOMPARE(compare({u"--a-framework"_s, u"flask"_s, u"--b-framework"_s, u"django"_s}).status, 1);
    QCOMPARE(compare({u"--a-model"_s, u"nobody"_s}).status, 1);
}

void TestCompareVerb::outcomesOfTheStore()
{
    const auto outcomes = assertionOutcomesInStore(m_other);
    QVERIFY(outcomes);
    QCOMPARE((*outcomes)->names, QStringList({u"Tags › is there"_s, u"Tags › is large"_s, u"Tags #2 › is there"_s}));
    const auto study = readSnapshot(m_other);
    QVERIFY(study);
    QStringList failed;
    for (const auto &run : study->runs) {
        QStringList numbers;
        for (const auto number : (*outcomes)->failed.at(run.id))
            numbers << QString::number(number);
        failed << run.task.framework % u" " % numbers.join(u' ');
        QCOMPARE((*outcomes)->counted.at(run.id), (std::vector<int>{0, 1, 2}));
    }
    QCOMPARE(failed, QStringList({u"django "_s, u"django "_s, u"flask 1 2"_s, u"flask 1 2"_s}));
    QVERIFY(!assertionOutcomesInStore(m_folder.filePath(u"none.decayscope"_s)));
}

QTEST_GUILESS_MAIN(TestCompareVerb)
#include "tst_compareverb.moc"
