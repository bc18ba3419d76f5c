// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <runview/comparemodel.h>
#include <runview/compareview.h>
#include <runview/diffview.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

RequestResult aRequest(const QString &name, int port, bool passes)
{
    RequestResult request{.name = name,
        .method = u"GET"_s,
        .url = u"http://localhost:%1/api"_s.arg(port),
        .code = passes ? 200 : 500,
        .total = 1,
        .passed = passes ? 1 : 0,
        .failed = passes ? 0 : 1};
    request.assertions = {{u"answers"_s, passes ? AssertionOutcome::Passed : AssertionOutcome::Failed, {}}};
    return request;
}

QByteArray adding(const QByteArray &path, const QByteArray &line)
{
    return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
        + "\n@@ -0,0 +1 @@\n+" + line + "\n";
}

std::shared_ptr<const RunReading> aReading(int trial, std::vector<RequestResult> requests, const QByteArray &patch)
{
    auto reading = std::make_shared<RunReading>();
    reading->run.key.configuration = {u"mini"_s, u"model-x"_s};
    reading->run.key.task = u"express"_s;
    reading->run.key.trial = trial;
    reading->run.assertions = 4;
    reading->run.passed = trial;
    reading->requests = std::move(requests);
    reading->patch.bytes = patch;
    reading->verdicts = {{Constraint::Sqlite, trial > 1, {}, {}, {}}};
    return reading;
}

ComparedRuns twoRuns()
{
    return {aReading(1, {aRequest(u"tags"_s, 3000, true), aRequest(u"feed"_s, 3000, false)},
                adding("a.js", "one") + adding("b.js", "same")),
        aReading(2, {aRequest(u"tags"_s, 4000, true), aRequest(u"feed"_s, 4000, true), aRequest(u"feed"_s, 4000, true)},
            adding("a.js", "two") + adding("b.js", "same") + adding("c.js", "new"))};
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void runsStandSideBySide();
    void onlyDifferencesOnDemand();
    void aFileIsCompared();
    void oddNumbersOfRuns();
    void theModelKeepsTheRules();
};

void TestCompare::runsStandSideBySide()
{
    CompareView view;
    view.setRuns(twoRuns());
    QCOMPARE(view.heads(),
        QStringList({u"A  mini · model-x · run 1\nexpress · 1 of 4 assertions (25.0 %)\n✗ SQLite"_s,
            u"B  mini · model-x · run 2\nexpress · 2 of 4 assertions (50.0 %)\n✓ SQLite"_s}));
    QCOMPARE(view.assertionLines(),
        QStringList({u"GET /api · tags | ✓ 1/1 · 200 | ✓ 1/1 · 200"_s, u"      answers | ✓ | ✓"_s,
            u"GET /api · feed | ✗ 0/1 · 500 | ✓ 1/1 · 200"_s, u"      answers | ✗ | ✓"_s,
            u"GET /api · feed | – | ✓ 1/1 · 200"_s, u"      answers | – | ✓"_s}));
    QCOMPARE(view.fileLines(), QStringList({u"a.js | A | B"_s, u"b.js | A | as in A"_s, u"c.js | – | B"_s}));
}

void TestCompare::onlyDifferencesOnDemand()
{
    CompareView view;
    view.setRuns(twoRuns());
    view.setOnlyDifferences(true);
    QCOMPARE(view.assertionLines().size(), 4);
    QCOMPARE(view.fileLines(), QStringList({u"a.js | A | B"_s, u"c.js | – | B"_s}));
}

void TestCompare::aFileIsCompared()
{
    CompareView view;
    view.setRuns(twoRuns());
    view.showFile(u"a.js"_s);
    const auto *diff = view.findChild<DiffView *>();
    QCOMPARE(diff->summary(), u"A → B: 1 line(s) added, 1 removed"_s);
    view.showFile(u"c.js"_s);
    QCOMPARE(diff->summary(), u"A (no such file) → B: 1 line(s) added, 0 removed"_s);
}

void TestCompare::oddNumbersOfRuns()
{
    CompareView view;
    auto runs = twoRuns();
    view.setRuns({runs.front(), nullptr});
    QCOMPARE(view.assertionLines(), QStringList());
    for (int i = 0; i < 6; ++i)
        runs.push_back(aReading(i, {}, "not a patch"));
    view.setRuns(runs);
    QCOMPARE(view.heads().size(), 4);
    QCOMPARE(view.fileLines().first(), u"a.js | A | B | – | –"_s);
    view.setRuns({});
    QCOMPARE(view.heads(), QStringList());
}

void TestCompare::theModelKeepsTheRules()
{
    CompareModel model(u"File"_s);
    const QAbstractItemModelTester tester(&model);
    model.setRows(fileRows({filesAfterPatch(adding("a", "x")), {}}), 2);
    QCOMPARE(model.rowCount(), 1);
    model.setRows({}, 0);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
