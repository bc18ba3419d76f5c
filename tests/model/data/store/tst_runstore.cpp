// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"

#include <store/importlog.h>
#include <store/requeststore.h>
#include <store/runstore.h>
#include <store/runwriter.h>
#include <store/snapshotreader.h>
#include <store/storecheck.h>
#include <store/studysettings.h>
#include <store/transaction.h>
#include <store/verdictstore.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using Test::aBundle;
using Test::raw;

namespace {

constexpr const char *outcomeNames[]{"imported", "updated", "unchanged"};

QStringList printed(const std::vector<Run> &runs)
{
    constexpr const char *verdictNames[]{"-", "ok", "violated"};
    QStringList lines;
    for (const auto &run : runs) {
        lines.append(QStringLiteral("%1 %2 %3 run_%4 %5/%6 arch %7 db %8 turns %9%10%11")
                .arg(run.key.configuration.model, run.key.task, run.key.date)
                .arg(run.key.trial)
                .arg(run.passed)
                .arg(run.assertions)
                .arg(QLatin1StringView(verdictNames[int(run.verdicts.architecture)]),
                    QLatin1StringView(verdictNames[int(run.verdicts.database)]))
                .arg(run.turns)
                .arg(run.newestDate ? QStringLiteral("") : QStringLiteral(" old"),
                    run.exclusion ? QString(u" excluded: " % *run.exclusion) : QStringLiteral("")));
    }
    return lines;
}

} // namespace

class TestRunStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("study.decayscope"));
        auto opened = Connection::open(m_path, OpenMode::CreateOrReadWrite);
        QVERIFY(opened);
        m_connection.emplace(std::move(*opened));
    }

    void cleanup()
    {
        const auto check = checkStore(*m_connection, {});
        QVERIFY(check);
        QCOMPARE(check->findings, QStringList());
        m_connection.reset();
    }

    void storesARun()
    {
        QCOMPARE(stored({aBundle()
                         .on("flask", {Constraint::CleanArchitecture, Constraint::Postgres})
                         .passing(7, 10)
                         .violating("app.py", 3)
                         .warning("odd")}),
            QStringList({QStringLiteral("imported")}));
        QCOMPARE(runs(),
            QStringList({QStringLiteral("gpt-x flask-openapi-clean_architecture-postgres 2026-04-01T12-00-00 run_0 "
                                        "7/10 arch violated db violated turns 2")}));
        QCOMPARE(raw(m_path,
                     QStringLiteral("SELECT r.position, e.name, e.method, e.url, r.status, r.code, r.total, r.passed, "
                                    "r.outcomes FROM request r JOIN endpoint e ON e.id = r.endpoint")),
            QStringList({QStringLiteral("0|Register|POST|/users|Created|201|10|7|pppppppfff")}));
        QCOMPARE(raw(m_path, QStringLiteral("SELECT \"constraint\", file, line, reason FROM violation")),
            QStringList({QStringLiteral("0|app.py|3|It must not."), QStringLiteral("1|app.py|3|It must not.")}));
        QCOMPARE(raw(m_path, QStringLiteral("SELECT path, reason FROM warning")),
            QStringList({QStringLiteral("conduit.log|odd")}));
    }

    void givesBackRequestsVerdictsAndWarnings()
    {
        const auto words = aBundle()
                               .on("flask", {Constraint::CleanArchitecture, Constraint::Postgres})
                               .passing(8, 10)
                               .explaining("expected 409 to equal 200")
                               .violating("app.py", 3)
                               .warning("odd");
        stored({words, aBundle().trial(1)});
        const auto bundle = words.bundle();
        QVERIFY(readRequests(*m_connection, idOf(0)).value() == bundle.requests);
        QVERIFY(readVerdicts(*m_connection, idOf(0), VerifierMode::Reference).value() == bundle.verdicts);
        QVERIFY(readVerdicts(*m_connection, idOf(0), VerifierMode::Syntax).value().empty());
        QVERIFY(readWarnings(*m_connection, idOf(0)).value() == bundle.warnings);
        QCOMPARE(readOrigin(*m_connection, idOf(0)).value(), bundle.origin);
        QCOMPARE(raw(m_path,
                     QStringLiteral("SELECT f.position, f.number, m.text FROM assertion_failure f "
                                    "JOIN failure_message m ON m.id = f.message")),
            QStringList(
                {QStringLiteral("0|8|expected 409 to equal 200"), QStringLiteral("0|9|expected 409 to equal 200")}));
        QCOMPARE(
            raw(m_path, QStringLiteral("SELECT count(*) FROM failure_message")), QStringList({QStringLiteral("1")}));
        QCOMPARE(readRequests(*m_connection, idOf(1)).value().front().assertions.front().message, QString());
        QVERIFY(readVerdicts(*m_connection, {.value = 99}, VerifierMode::Reference).value().empty());
    }

    void readsOneRunAsTheSnapshotHasIt()
    {
        stored({aBundle(), aBundle().on("django", {Constraint::Postgres}), aBundle().dated("2026-05-01T12-00-00")});
        const auto snapshot = readSnapshot(*m_connection);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->runs.size(), 3U);
        for (const auto &run : snapshot->runs)
            QVERIFY(readRun(*m_connection, run.id).value() == run);
        QVERIFY(!readRun(*m_connection, {.value = 99}).value().has_value());
    }

    void givesBackDocumentsByteForByte()
    {
        constexpr char odd[] = "zero \0 here, \xff\xfe not UTF-8, \r\n";
        const QByteArray oddLog(odd, sizeof odd);
        auto bundle = aBundle().bundle();
        bundle.documents.push_back({DocumentKind::ServerLog, QStringLiteral("conduit.log"), oddLog, {}});
        QCOMPARE(stored({bundle}), QStringList({QStringLiteral("imported")}));
        const RunId run = idOf(0);
        QCOMPARE(readDocument(*m_connection, run, DocumentKind::ServerLog)->value().bytes, oddLog);
        QVERIFY(readDocument(*m_connection, run, DocumentKind::TrajectoryEvents)->value()
            == *bundle.document(DocumentKind::TrajectoryEvents));
        QVERIFY(!readDocument(*m_connection, run, DocumentKind::SetupLog)->has_value());
        auto turns = bundle.turns;
        for (auto &turn : turns)
            turn.text.clear();
        QVERIFY(readTurns(*m_connection, run).value() == turns);
    }

    void keepsIdenticalTextsOnce()
    {
        stored({aBundle(), aBundle().trial(1), aBundle().trial(2)});
        QCOMPARE(raw(m_path, QStringLiteral("SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM text)")),
            QStringList({QStringLiteral("6|2")}));
    }

    void takesRunsWithoutAnything()
    {
        RunBundle bare;
        bare.key = aBundle().bundle().key;
        bare.task = aBundle().bundle().task;
        auto another = bare;
        another.key.trial = 1;
        QCOMPARE(stored({bare, another}), QStringList({QStringLiteral("imported"), QStringLiteral("imported")}));
    }

    void leavesTheSameAlone()
    {
        stored({aBundle()});
        QCOMPARE(stored({aBundle(), aBundle().trial(1)}),
            QStringList({QStringLiteral("unchanged"), QStringLiteral("imported")}));
    }

    void undoBringsBackWhatWasReplaced()
    {
        const auto first
            = QStringLiteral("gpt-x flask-openapi-unconstrained 2026-04-01T12-00-00 run_0 10/10 arch - db - turns 2");
        stored({aBundle()});
        const auto id = idOf(0);
        QCOMPARE(stored({aBundle().passing(4, 10).saying({QStringLiteral("once more")}), aBundle().trial(1)}),
            QStringList({QStringLiteral("updated"), QStringLiteral("imported")}));
        QCOMPARE(runs(),
            QStringList(
                {QStringLiteral("gpt-x flask-openapi-unconstrained 2026-04-01T12-00-00 run_0 4/10 arch - db - turns 1"),
                    QStringLiteral(
                        "gpt-x flask-openapi-unconstrained 2026-04-01T12-00-00 run_1 10/10 arch - db - turns 2")}));
        QCOMPARE(idOf(0), id);
        undo(2);
        QCOMPARE(runs(), QStringList({first}));
        QCOMPARE(imports(),
            QStringList({QStringLiteral("2 imported 1 updated 1 undone"), QStringLiteral("1 imported 1 updated 0")}));
        QCOMPARE(raw(m_path,
                     QStringLiteral("SELECT (SELECT count(*) FROM run_version), (SELECT count(*) FROM text), (SELECT "
                                    "count(*) FROM turn_list), (SELECT count(*) FROM part_index)")),
            QStringList({QStringLiteral("1|2|1|3")}));
    }

    void undoneImportsCanBeMadeAgain()
    {
        stored({aBundle(), aBundle().trial(1)});
        const auto before = runs();
        undo(1);
        QCOMPARE(runs(), QStringList());
        QCOMPARE(stored({aBundle(), aBundle().trial(1)}),
            QStringList({QStringLiteral("imported"), QStringLiteral("imported")}));
        QCOMPARE(runs(), before);
    }

    void undoInTheMiddleKeepsLaterContent()
    {
        stored({aBundle().passing(1, 10)});
        stored({aBundle().passing(2, 10)});
        stored({aBundle().passing(3, 10)});
        undo(2);
        QVERIFY(runs().first().contains(u"run_0 3/10"));
        undo(3);
        QVERIFY(runs().first().contains(u"run_0 1/10"));
        undo(1);
        QCOMPARE(runs(), QStringList());
    }

    void refusesToUndoTwice()
    {
        stored({aBundle()});
        undo(1);
        const auto again = undoImport(*m_connection, 1);
        QVERIFY(!again);
        QCOMPARE(again.error().message, u"There is no import 1 to undo. It may have been undone already.");
    }

    void exclusionsSurviveUpdatesAndUndoing()
    {
        stored({aBundle()});
        QVERIFY(writeExclusion(*m_connection, {idOf(0)}, QStringLiteral("ran out of disk")));
        stored({aBundle().passing(4, 10)});
        QVERIFY(runs().first().endsWith(u"excluded: ran out of disk"));
        undo(2);
        undo(1);
        stored({aBundle()});
        QVERIFY(runs().first().endsWith(u"excluded: ran out of disk"));
        QVERIFY(writeExclusion(*m_connection, {idOf(0)}, std::nullopt));
        QVERIFY(!runs().first().contains(u"excluded"));
    }

    void wantsAReasonForExclusions()
    {
        stored({aBundle()});
        QCOMPARE(writeExclusion(*m_connection, {idOf(0)}, QStringLiteral("  ")).error().kind, ErrorKind::InvalidInput);
        QCOMPARE(writeExclusion(*m_connection, {{.value = 77}}, QStringLiteral("why")).error().message,
            u"There is no run 77 in this study.");
    }

    void marksTheNewestDate()
    {
        stored({aBundle().dated("2026-04-02T12-00-00"), aBundle().dated("2026-04-01T12-00-00"),
            aBundle().dated("2026-04-01T12-00-00").trial(1)});
        QCOMPARE(runs().filter(QStringLiteral(" old")).size(), 2);
    }

    void replacesVerdicts()
    {
        stored({aBundle().on("flask", {Constraint::Postgres}).violating("a.py", 1)});
        const VerifierVersions newer{.reference = QStringLiteral("reference-2"), .syntax = QStringLiteral("syntax-1")};
        const auto bases = readVerdictBases(*m_connection, newer);
        QVERIFY(bases);
        QCOMPARE(bases->size(), 1U);
        const auto version = bases->front().version;
        QCOMPARE(readPatch(*m_connection, version).value_or(QByteArray()),
            QByteArray("diff --git a/app.py b/app.py\n+hello = 1\n"));
        QVERIFY(bases->front().reference && bases->front().syntax);
        QVERIFY(!readSnapshot(*m_connection)->runs.front().syntaxVerdicts);
        const ConstraintVerdict kept{.constraint = Constraint::Postgres, .compliant = true};
        const ConstraintVerdict broken{.constraint = Constraint::Postgres,
            .reason = QStringLiteral("No."),
            .violations = {{Constraint::Postgres, QStringLiteral("a.py"), 7, QStringLiteral("Other."),
                QStringLiteral("engine-other")}}};
        QVERIFY(replaceVerdicts(*m_connection,
            {{version, VerifierMode::Reference, {kept}}, {version, VerifierMode::Syntax, {broken}}}, newer));
        QVERIFY(runs().first().contains(u"db ok"));
        QCOMPARE(raw(m_path,
                     QStringLiteral("SELECT verifier, syntax_verifier, (SELECT count(*) FROM violation) "
                                    "FROM run_version")),
            QStringList({QStringLiteral("reference-2|syntax-1|1")}));
        QVERIFY(readSnapshot(*m_connection)->runs.front().syntaxVerdicts->database == Verdict::Violated);
        QVERIFY(readVerdicts(*m_connection, idOf(0), VerifierMode::Syntax).value() == std::vector{broken});
        QVERIFY(readVerifierVersions(*m_connection, idOf(0)).value() == newer);
        QCOMPARE(countUnjudged(*m_connection, newer).value_or(-1), 0);
    }

    void keepsStylesAndFilters()
    {
        const std::vector<ConfigurationStyle> styles{
            {{QStringLiteral("mini_swe_sdk"), QStringLiteral("gpt-x")}, QStringLiteral("X"), 4, LineStyle::Dot, 0}};
        const std::vector<SavedFilter> filters{
            {QStringLiteral("zebra"), {.levels = {1}}}, {QStringLiteral("ant"), {.levels = {2}}}};
        stored({aBundle()});
        QVERIFY(writeStyles(*m_connection, styles));
        QVERIFY(writeSavedFilters(*m_connection, filters));
        QVERIFY(readSnapshot(*m_connection)->styles == styles);
        QVERIFY(readSavedFilters(*m_connection).value() == filters);
    }

private:
    QStringList stored(const std::vector<Test::BundleWords> &words)
    {
        std::vector<RunBundle> bundles;
        for (const auto &word : words)
            bundles.push_back(word.bundle());
        return stored(std::move(bundles));
    }

    QStringList stored(std::vector<RunBundle> bundles)
    {
        auto transaction = Transaction::begin(*m_connection);
        const auto import = beginImport(*m_connection, {QStringLiteral("/results")});
        RunWriter writer(*m_connection);
        QStringList outcomes;
        ImportProgressRow added;
        for (auto &bundle : bundles) {
            const auto outcome = writer.write(
                prepareRun(std::move(bundle), {.reference = QStringLiteral("reference-1"), .syntax = QString()}),
                import.value_or(0));
            outcomes.append(
                outcome ? QString::fromLatin1(outcomeNames[int(*outcome)]) : QString(outcome.error().evidence));
            added.imported += outcome == WriteOutcome::Imported;
            added.updated += outcome == WriteOutcome::Updated;
        }
        if (!countInImport(*m_connection, import.value_or(0), added) || !transaction->commit())
            outcomes.append(QStringLiteral("not committed"));
        return outcomes;
    }

    void undo(qint64 import)
    {
        auto transaction = Transaction::begin(*m_connection);
        QVERIFY(undoImport(*m_connection, import));
        while (removeUndone(*m_connection, 1).value_or(0) > 0) { }
        QVERIFY(transaction->commit());
    }

    QStringList runs() { return printed(readSnapshot(*m_connection)->runs); }

    RunId idOf(std::size_t row) { return readSnapshot(*m_connection)->runs.at(row).id; }

    QStringList imports()
    {
        QStringList lines;
        const auto records = readImports(*m_connection).value();
        for (const auto &record : records)
            lines.append(QStringLiteral("%1 imported %2 updated %3%4")
                    .arg(record.id)
                    .arg(record.imported)
                    .arg(record.updated)
                    .arg(record.undone ? QStringLiteral(" undone") : QStringLiteral("")));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::optional<Connection> m_connection;
};

QTEST_GUILESS_MAIN(TestRunStore)
#include "tst_runstore.moc"
