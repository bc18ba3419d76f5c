// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <sampling/failurefamilies.h>

#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

FailureTrace trace(int run, const QStringList &failed, const char *log, const QStringList &rules = {})
{
    return {.run = RunId{run}, .failedAssertions = failed, .logTail = log, .violatedRules = rules, .assertions = 290};
}

QStringList printed(const std::vector<FailureFamily> &families)
{
    QStringList lines;
    for (const auto &family : families) {
        QStringList runs;
        for (const auto run : family.runs)
            runs << QString::number(run.value);
        lines << family.title % u" | " % runs.join(u' ');
    }
    return lines;
}

} // namespace

class TestFailureFamilies : public QObject
{
    Q_OBJECT

private slots:
    void signatures_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QString>("signature");
        const auto row = [](const char *name, const char *log, const QString &signature) {
            QTest::newRow(name) << QByteArray(log) << signature;
        };
        row("empty", "", u""_s);
        row("quiet", "Server listening on port 8080\nGET /api/tags 200\n", u""_s);
        row("python",
            "Traceback (most recent call last):\n  File \"/repository/app.py\", line 232, in get\n    x['a']\n"
            "TypeError: 'NoneType' object is not subscriptable\nbye\n",
            u"TypeError: '…' object is not subscriptable"_s);
        row("javascript",
            "TypeError: Cannot read properties of undefined (reading 'id')\n"
            "    at <anonymous> (/repository/src/routes/profiles.ts:55:33)\n",
            u"TypeError: Cannot read properties of undefined (reading '…')"_s);
        row("coloured, with a time",
            "2026-04-01T12:00:03Z \x1b[31m[ERROR]\x1b[0m DatabaseError: timeout after 3000ms\n",
            u"DatabaseError: timeout after #ms"_s);
        row("qualified",
            "sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at \"db\" "
            "(10.0.0.3), port 5432 failed\n",
            u"sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at \"…\" (#), port # "
            u"failed"_s);
        row("module", "Error: Cannot find module './routes/users'\nRequire stack:\n- /repository/src/app.js\n",
            u"Error: Cannot find module '…'"_s);
        row("code in brackets",
            "Error [ERR_MODULE_NOT_FOUND]: Cannot find package at /a/b/c.js imported from /d/e.js\n",
            u"Error [ERR_MODULE_NOT_FOUND]: Cannot find package at …/… imported from …/…"_s);
        row("addresses and hashes", "KeyError: <User object at 0x7f3a2b> 3f2c9a71-1b1c\n",
            u"KeyError: <User object at #> #"_s);
        row("no type", "npm warn deprecated\nbash: run.sh: command not found\n", u"bash: run.sh: command not found"_s);
        row("code that throws", "    throw new Error('boom')\n    ^\nError: boom\n    at f (/a.js:1:2)\n",
            u"Error: boom"_s);
        row("an apostrophe", "ValueError: can't parse user's age 12\n", u"ValueError: can't parse user's age #"_s);
        row("the word alone", "lock error redirect slug\nGET /error 404 Not Found\n", u""_s);
        row("in JSON", "{\"level\":50,\"stack\":\"FastifyError: Body is empty\\n    at f (/a/b.js:1:2)\"}\n",
            u"FastifyError: Body is empty"_s);
        row("port", "Error: listen EADDRINUSE: address already in use 0.0.0.0:8080\n    at Server (node:net:1)\n",
            u"Error: listen EADDRINUSE: address already in use #"_s);
        row("no line feed", "RuntimeError", u"RuntimeError"_s);
    }

    void signatures()
    {
        QFETCH(QByteArray, log);
        QTEST(logSignature(log), "signature");
    }

    void anyBytesHaveASignature()
    {
        QByteArray bytes;
        for (int i = 0; i < 300'000; ++i)
            bytes += static_cast<char>(qint64{i} * 7919 >> 3);
        static_cast<void>(logSignature(bytes));
        QCOMPARE(logSignature(QByteArray(2'000'000, '\n')), QString());
        QCOMPARE_LE(logSignature(QByteArray("Error: " + QByteArray(5'000'000, '\''))).size(), 200);
        QCOMPARE_LE(logSignature(QByteArray(1'000'000, 'e')).size(), 200);
        static_cast<void>(logSignature("\xff\xfe\x00 Error: \xc3"_ba));
    }

    void runsThatFailedAlikeStandTogether()
    {
        const QStringList both{u"1: a"_s, u"2: b"_s};
        std::vector<FailureTrace> traces{trace(4, both, "KeyError: 'x'\n"), trace(1, {u"1: a"_s}, ""),
            trace(2, both, "noise\nKeyError: 'other'\n"), trace(3, {u"1: a"_s}, "", {u"postgres"_s}),
            trace(9, both, "KeyError: 'z' "), trace(5, {u"1: a"_s}, "quiet")};
        const auto families = failureFamilies(traces);
        QCOMPARE(printed(families),
            (QStringList{u"2 of 290 failed · KeyError: '…' | 2 4 9"_s, u"1 of 290 failed | 1 5"_s,
                u"1 of 290 failed · violates postgres | 3"_s}));
        std::ranges::reverse(traces);
        const auto again = failureFamilies(traces);
        QCOMPARE(printed(again), printed(families));
        for (std::size_t i = 0; i < families.size(); ++i)
            QCOMPARE(again[i].id, families[i].id);
        // The same on every machine, for ever: samples name families by it.
        QCOMPARE(families[0].id, u"3f4edf25ecf6"_s);
        QVERIFY(failureFamilies({}).empty());
    }

    void textsDoNotRunIntoEachOther()
    {
        QCOMPARE(failureFamilies(std::vector{trace(1, {u"1: a"_s, u"b"_s}, ""), trace(2, {u"1: ab"_s}, ""),
                                     trace(3, {u"1: a"_s}, "", {u"b"_s})})
                     .size(),
            3U);
    }

    void tracesOfReadings()
    {
        RunReading reading;
        reading.run.id = RunId{3};
        reading.run.assertions = 12;
        reading.requests = {{.name = u"Login"_s,
                                .assertions = {{.name = u"token"_s, .outcome = AssertionOutcome::Failed},
                                    {.name = u"body"_s, .outcome = AssertionOutcome::Passed}},
                                .failed = 1},
            {.name = u"Tags"_s, .failed = 4}};
        reading.verdicts = {{.constraint = Constraint::Postgres, .compliant = false},
            {.constraint = Constraint::CleanArchitecture, .compliant = true}};
        reading.setupLog.bytes = "set up";
        const auto first = failureTrace(reading);
        QCOMPARE(first.failedAssertions, (QStringList{u"1: token"_s, u"2: 4 without names"_s}));
        QCOMPARE(first.violatedRules, QStringList{u"postgres"_s});
        QCOMPARE(first.logTail, "set up"_ba);
        reading.serverLog.bytes = QByteArray(100'000, 'x') + "\nend";
        QVERIFY(failureTrace(reading).logTail.endsWith("end"));
        QCOMPARE(failureTrace(reading).logTail.size(), 65'536);
        QCOMPARE(failureFamilies(std::vector{FailureTrace{}})[0].title, u"no report"_s);
    }
};

QTEST_GUILESS_MAIN(TestFailureFamilies)
#include "tst_failurefamilies.moc"
