// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>

#include <trajectory/runcomparison.h>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr auto passed = AssertionOutcome::Passed;
constexpr auto failed = AssertionOutcome::Failed;

RequestResult request(const QString &name, std::vector<AssertionResult> assertions)
{
    RequestResult result{.name = name, .method = u"GET"_s, .url = u"http://localhost:3000/api/"_s + name};
    for (const auto &assertion : assertions)
        ++(assertion.outcome == passed ? result.passed : result.failed);
    result.total = static_cast<int>(assertions.size());
    result.assertions = std::move(assertions);
    return result;
}

RunReading reading(std::vector<RequestResult> requests, const QByteArray &patch = {})
{
    RunReading run;
    run.run.task = {.framework = u"express"_s, .name = u"express-openapi-unconstrained"_s};
    for (const auto &one : requests) {
        run.run.assertions += one.total;
        run.run.passed += one.passed;
        run.run.failed += one.failed;
    }
    run.requests = std::move(requests);
    run.patch.bytes = patch;
    return run;
}

QByteArray added(const QByteArray &path, const QByteArray &lines)
{
    return "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
        + "\n@@ -0,0 +1," + QByteArray::number(lines.count('\n')) + " @@\n" + lines;
}

QByteArray changed(const QByteArray &path, const QByteArray &line)
{
    return "diff --git a/" + path + " b/" + path + "\n--- a/" + path + "\n+++ b/" + path + "\n@@ -3,1 +3,2 @@\n x\n"
        + line;
}

QStringList printedAssertions(const RunComparison &comparison)
{
    QStringList lines;
    for (const auto &row : comparison.assertions) {
        QString outcomes;
        for (const auto outcome : row.outcomes)
            outcomes += u"PFS-"[static_cast<int>(outcome)];
        lines.append(u"%1#%2 %3 %4%5"_s.arg(row.url)
                .arg(row.occurrence)
                .arg(row.assertion, outcomes, row.differs ? u" differs"_s : QString()));
    }
    return lines;
}

QStringList printedFiles(const RunComparison &comparison)
{
    constexpr std::array relations{u"same", u"different", u"unknown"};
    QStringList lines;
    for (const auto &file : comparison.files) {
        QStringList sides;
        for (const auto &side : file.sides)
            sides.append(side.exists ? QString::number(side.lines) + (side.isWhole ? u""_s : u"+"_s) : u"-"_s);
        lines.append(u"%1 %2 %3"_s.arg(
            file.path, sides.join(u' '), QStringView(relations.at(static_cast<std::size_t>(file.relation)))));
    }
    return lines;
}

} // namespace

class TestRunComparison : public QObject
{
    Q_OBJECT

private slots:
    void assertionsAreAligned();
    void filesAreCompared();
    void scores();
    void emptyAndOther();
};

void TestRunComparison::assertionsAreAligned()
{
    const std::vector runs{reading({request(u"login"_s, {{u"a"_s, passed, {}}, {u"b"_s, failed, {}}}),
                               request(u"tags"_s, {}), request(u"login"_s, {{u"a"_s, failed, {}}})}),
        reading({request(u"login"_s, {{u"b"_s, failed, {}}, {u"a"_s, passed, {}}, {u"a"_s, passed, {}}}),
            request(u"login"_s, {{u"a"_s, passed, {}}}),
            request(u"user"_s, {{u"c"_s, AssertionOutcome::Skipped, {}}})})};
    QCOMPARE(printedAssertions(compareRuns(runs)),
        QStringList({u"/api/login#0 a PP"_s, u"/api/login#0 b FF"_s, u"/api/login#0 a -P"_s, u"/api/tags#0  --"_s,
            u"/api/login#1 a FP differs"_s, u"/api/user#0 c -S"_s}));
}

void TestRunComparison::filesAreCompared()
{
    const std::vector runs{reading({},
                               added("a.js", "+1\n+2\n") + added("b.js", "+1\n") + added("c.js", "+1\n")
                                   + changed("d.js", "+y\n") + changed("e.js", "+y\n")),
        reading({},
            added("a.js", "+1\n+2\n") + added("b.js", "+2\n+3\n") + changed("d.js", "+y\n") + changed("e.js", "+z\n"))};
    QCOMPARE(printedFiles(compareRuns(runs)),
        QStringList({u"a.js 2 2 same"_s, u"b.js 1 2 different"_s, u"c.js 1 - different"_s, u"d.js 1+ 1+ same"_s,
            u"e.js 1+ 1+ unknown"_s}));
}

void TestRunComparison::scores()
{
    const std::vector runs{reading({request(u"a"_s, {{u"x"_s, passed, {}}, {u"y"_s, failed, {}}}),
                               request(u"b"_s, {{u"x"_s, passed, {}}, {u"y"_s, passed, {}}})}),
        reading({})};
    const auto comparison = compareRuns(runs);
    QStringList printed;
    for (const auto &score : comparison.scores)
        printed.append(u"%1 %2"_s.arg(score.passedShare).arg(score.requestsFailed));
    QCOMPARE(printed, QStringList({u"0.75 1"_s, u"0 0"_s}));
    QVERIFY(comparison.isSameTask);
}

void TestRunComparison::emptyAndOther()
{
    QCOMPARE(compareRuns({}), RunComparison());
    std::vector runs{reading({}), reading({}, QByteArray(100'000, '+'))};
    runs.back().run.task.framework = u"koa"_s;
    QVERIFY(!compareRuns(runs).isSameTask);
    QCOMPARE(printedFiles(compareRuns(runs)), QStringList());
}

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_runcomparison.moc"
