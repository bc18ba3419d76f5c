// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiercases.h"

#include <support/shareddata.h>
#include <verifiers/referenceverifier.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include <ctime>
#include <limits>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const auto everyConstraint = ConstraintSet::fromBits(0xFF);

/// Pieces in which the rules are interested, put in at random places.
const std::array<QByteArray, 52> pieces{"\n", "\n+", "\r", "\r\n+", "\x0B", "\x0C+", "\x1C+", "\x1F", "\xC2\x85+",
    "\xE2\x80\xA8+", "\xE2\x80\xA9", "\xC2\xA0", "\xE3\x80\x80", "\xFF", "\xE2\x80", "\xED\xA0\x80", "\xF0\x9F\x98\x80",
    "\xC3\xA9", "\xEF\xBB\xBF", "\xC5\xBF", "\xC4\xB1", " ", "  ", "\t", "'", "\"", "+", "+++", "---", ".", "/",
    "\ndiff --git a/src/models/m.js b/src/models/m.js\n@@ -0,0 +1 @@\n+", "\ndiff --git a/app/dal/z.py b/",
    "diff --git a/routes/ b/x", " b/", "from", "\n+from ", " from 'routes'", "import", "\n+import ",
    "\n+import x from 'services/a'", "require(", "require('views/x')", "routes", " services.a ", "SQLite", "sqlalchemy",
    "'sequelize'", "dialect:", "host=", "'Postgres'", "://"};

/// A study case with up to a dozen changes, or a text of pieces alone: the same for the same number.
QByteArray mutated(const std::vector<VerifierCase> &cases, quint32 number)
{
    QRandomGenerator random(number);
    const auto below
        = [&random](qsizetype bound) { return static_cast<qsizetype>(random.bounded(static_cast<quint32>(bound))); };
    auto patch = number % 4 == 0 ? "diff --git a/src/data/x b/src/data/x\n+"_ba
                                 : cases.at(static_cast<std::size_t>(below(std::ssize(cases)))).patch;
    const auto changes = number % 4 == 0 ? 40 : 1 + below(12);
    for (qsizetype i = 0; i < changes; ++i) {
        const auto at = number % 4 == 0 ? patch.size() : below(patch.size() + 1);
        switch (below(number % 4 == 0 ? 1 : 4)) {
        case 0:
        case 1:
            patch.insert(at, pieces.at(static_cast<std::size_t>(below(std::ssize(pieces)))));
            break;
        case 2:
            patch.remove(at, 1 + below(8));
            break;
        default:
            patch.insert(at, static_cast<char>(below(256)));
        }
    }
    return patch;
}

std::vector<QByteArray> mutatedPatches(quint32 count)
{
    const auto cases = verifierCases();
    std::vector<QByteArray> patches;
    for (quint32 number = 0; number < count; ++number)
        patches.push_back(mutated(cases, number));
    return patches;
}

/// The answers of the rules' second statement in Python; empty where it could not run.
QJsonArray answersOfRegexes(const std::vector<QByteArray> &patches)
{
    QJsonArray encoded;
    for (const auto &patch : patches)
        encoded.append(QString::fromLatin1(patch.toBase64()));
    QTemporaryFile file;
    if (!file.open() || file.write(QJsonDocument(encoded).toJson()) <= 0 || !file.flush())
        return {};
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(DECAYSCOPE_REFERENCE_REGEXES), u"answers"_s, file.fileName()});
    if (!python.waitForFinished(240'000))
        return {};
    return QJsonDocument::fromJson(python.readAllStandardOutput()).array();
}

/// What this thread has worked so far: on a busy machine the clock on the wall tells of others.
qint64 workedMicroseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

qint64 microsecondsFor(const QByteArray &patch)
{
    auto best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 3; ++i) {
        const auto before = workedMicroseconds();
        const auto verdicts = verifyReference(patch, everyConstraint);
        best = std::min(best, workedMicroseconds() - before);
        if (verdicts.size() != allConstraints.size())
            return std::numeric_limits<qint64>::max();
    }
    return best;
}

} // namespace

class TestHostilePatches : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheRegexes();
    void anyBytesAreJudged();
    void timeIsLinear_data();
    void timeIsLinear();
};

void TestHostilePatches::agreesWithTheRegexes()
{
    DECAYSCOPE_REQUIRE_SHARED("data/verifier_cases.json");
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("python3 is not here to tell the second opinion.");
    const auto patches = mutatedPatches(3000);
    const auto answers = answersOfRegexes(patches);
    QCOMPARE(answers.size(), std::ssize(patches));
    int violations = 0;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const auto &patch = patches.at(static_cast<std::size_t>(i));
        const auto expected = printedAnswers(answers[i].toObject());
        if (printedVerdicts(patch) != expected)
            qInfo() << "patch" << i << patch;
        QCOMPARE(printedVerdicts(patch), expected);
        violations += expected.first().contains(u" imports ") ? 1 : 0;
    }
    QVERIFY2(violations > 100, qPrintable(QString::number(violations)));
}

void TestHostilePatches::anyBytesAreJudged()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        QByteArray patch(random.bounded(300), Qt::Uninitialized);
        for (auto &byte : patch)
            byte = static_cast<char>(random.bounded(256));
        if (i % 2 == 0)
            patch.prepend("diff --git a/models/x b/models/x\n@@ -0,0 +1 @@\n+");
        QCOMPARE(verifyReference(patch, everyConstraint).size(), allConstraints.size());
    }
}

void TestHostilePatches::timeIsLinear_data()
{
    QTest::addColumn<QByteArray>("unit");
    const auto row = [](const char *unit) { QTest::newRow(unit) << QByteArray(unit); };
    row("\n+");
    row(" ");
    row("\n+from");
    row("\n+import");
    row("\n+import ");
    row(" from");
    row("\n+import x from ' from ");
    row("\n+import x from");
    row("\n+require('services');");
    row("require('");
    row("require( ");
    row("from 'sequelize");
    row("dialect: ");
    row("dialect \t");
    row("sqlite+");
    row("sqlite+x");
    row("import sqlite");
    row("\xC2\xA0");
    row("\xE2\x80");
    row("\x0B+");
    row("\xC5\xBF");
    row("\ndiff --git a/models/x b/");
    row("\ndiff --git a/models/routes/services/data/x");
    row("\ndiff --git ");
    row("\n@@ -1 +1 @@");
    row("/");
    row("./");
    row("\n+import services.a");
}

/// Texts of 50 and 500 kB of one unit: ten times the length takes about ten times as long; quadratic would be a
/// hundred.
void TestHostilePatches::timeIsLinear()
{
    QFETCH(QByteArray, unit);
    const auto patchOf = [&unit](qsizetype bytes) {
        return "diff --git a/models/x b/models/x\n@@ -0,0 +1 @@\n+" + unit.repeated(bytes / unit.size());
    };
    const auto shorter = microsecondsFor(patchOf(50'000));
    const auto longer = microsecondsFor(patchOf(500'000));
    QVERIFY2(longer < 40 * shorter + 20'000, qPrintable(u"%1 µs, then %2 µs"_s.arg(shorter).arg(longer)));
}

QTEST_GUILESS_MAIN(TestHostilePatches)
#include "tst_hostilepatches.moc"
