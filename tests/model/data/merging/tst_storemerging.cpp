// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "studyinwords.h"

#include <store/compression.h>
#include <store/importlog.h>
#include <store/runstore.h>
#include <store/snapshotreader.h>
#include <store/studymeta.h>
#include <store/studysettings.h>
#include <store/taskstore.h>

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

RunBundle fullBundle()
{
    auto bundle = aBundle()
                      .on("flask", {Constraint::CleanArchitecture, Constraint::Postgres})
                      .passing(7, 10)
                      .explaining("expected 404 to equal 200")
                      .saying({u"please build it"_s, u"the secret is done"_s})
                      .logging("listening on port 8080\n")
                      .violating("app/models.py", 12)
                      .warning("It is odd.")
                      .bundle();
    bundle.syntaxVerdicts = bundle.verdicts;
    bundle.syntaxVerdicts->front().violations.front().rule = u"layer-up"_s;
    bundle.allTokens = TokenCount{.input = 9, .output = 8, .estimated = false};
    return bundle;
}

RunBundle trial(int number, int passed = 10, const char *model = "gpt-x")
{
    return aBundle().of(model).trial(number).passing(passed, 10).bundle();
}

const auto excludedHere = u"Runs that were here already and are excluded now, as they are there: %1. Undoing the merge "
                          "does not take them in again; do that in the list of runs."_s;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStoreMerging : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aRunComesWithEverything()
    {
        const auto other = study(u"other"_s, {fullBundle(), trial(3)});
        const auto here = m_folder->filePath(u"here.decayscope"_s);
        QCOMPARE(merge(here, {other}), QStringList({u"added 2"_s}));
        QCOMPARE(printedStudy(here), printedStudy(other));
        QVERIFY(printedStudy(here).join(u'\n').contains(u"\"secret\" in mini"));
        QCOMPARE(findingsOf(here), QStringList());
    }

    void mergingAgainChangesNothing()
    {
        const auto other = study(u"other"_s, {fullBundle(), trial(3)});
        const auto here = study(u"here"_s, {trial(1)});
        QCOMPARE(merge(here, {other}), QStringList({u"added 2"_s}));
        const auto before = raw(here, u"SELECT count(*) FROM import"_s) + printedStudy(here);
        QCOMPARE(merge(here, {other, other}), QStringList({u"unchanged 2"_s, u"unchanged 2"_s}));
        QCOMPARE(raw(here, u"SELECT count(*) FROM import"_s) + printedStudy(here), before);
        QCOMPARE(raw(here, u"SELECT paths FROM import ORDER BY id"_s),
            QStringList({u"[\"/results\"]"_s, u"[\"%1\"]"_s.arg(other)}));
    }

    void anotherContentReplacesAndUndoingBringsBack()
    {
        const auto here = study(u"here"_s, {trial(0, 4), trial(1, 5)});
        const auto other = study(u"other"_s, {trial(0, 9), trial(1, 5), trial(2, 6)});
        QCOMPARE(merge(here, {other}), QStringList({u"added 1, updated 1, unchanged 1"_s}));
        QCOMPARE(printedRuns(here), QStringList({u"gpt-x 0: 9/10"_s, u"gpt-x 1: 5/10"_s, u"gpt-x 2: 6/10"_s}));
        QCOMPARE(merge(here, {other}), QStringList({u"unchanged 3"_s}));
        writeInto(here, [](Connection &connection) { return undoImport(connection, 2); });
        QCOMPARE(printedRuns(here), QStringList({u"gpt-x 0: 4/10"_s, u"gpt-x 1: 5/10"_s}));
        QCOMPARE(merge(here, {other}), QStringList({u"added 1, updated 1, unchanged 1"_s}));
        QCOMPARE(printedRuns(here), QStringList({u"gpt-x 0: 9/10"_s, u"gpt-x 1: 5/10"_s, u"gpt-x 2: 6/10"_s}));
        QCOMPARE(findingsOf(here), QStringList());
    }

    void whatWasReplacedHereDoesNotComeBack()
    {
        const auto here = study(u"here"_s, {trial(0, 4)});
        std::ignore = study(u"here"_s, {trial(0, 5)});
        const auto other = study(u"other"_s, {trial(0, 4)});
        QCOMPARE(merge(here, {other}), QStringList({u"unchanged 1"_s}));
        QCOMPARE(printedRuns(here), QStringList({u"gpt-x 0: 5/10"_s}));
    }

    void theStudyWithNewerImportsCounts()
    {
        const auto older = studyOf(*m_folder, u"older"_s, {trial(0, 4)}, u"2026-05-01T12:00:00Z"_s);
        const auto newer = studyOf(*m_folder, u"newer"_s, {trial(0, 9)}, u"2026-05-02T12:00:00Z"_s);
        const auto expected = QStringList({u"gpt-x 0: 9/10"_s});
        const auto a = study(u"a"_s, {trial(0, 1)});
        QCOMPARE(merge(a, {older}), QStringList({u"updated 1"_s}));
        QCOMPARE(merge(a, {newer}), QStringList({u"updated 1"_s}));
        QCOMPARE(printedRuns(a), expected);
        const auto b = study(u"b"_s, {trial(0, 1)});
        QCOMPARE(merge(b, {newer}), QStringList({u"updated 1"_s}));
        const auto left
            = u"1 runs differ from those of a study that was merged before and has newer imports; those stay."_s;
        QCOMPARE(merge(b, {older}), QStringList({u"unchanged 1"_s, left}));
        QCOMPARE(printedRuns(b), expected);
        const auto c = study(u"c"_s, {trial(0, 1)});
        QCOMPARE(merge(c, {newer, older}), QStringList({u"updated 1"_s, u"updated 1"_s}));
        QCOMPARE(printedRuns(c), expected);
    }

    void settingsComeWhereThereAreNone()
    {
        const auto here = study(u"here"_s, {trial(0), trial(1), trial(2)});
        const auto other = study(u"other"_s, {trial(2), trial(0), trial(0, 8, "claude-y")});
        write(here, {{u"mini_swe_sdk"_s, u"gpt-x"_s}, u"Mine"_s, 3}, {u"Chosen"_s, {.models = {u"gpt-x"_s}}}, "mine");
        exclude(here, u"gpt-x"_s, 0, u"my reason"_s);
        exclude(other, u"gpt-x"_s, 0, u"their reason"_s);
        exclude(other, u"gpt-x"_s, 2, u"broken disk"_s);
        write(other, {{u"mini_swe_sdk"_s, u"gpt-x"_s}, u"Theirs"_s, 5}, {u"Chosen"_s, {}}, "theirs");
        auto connection = Connection::open(other, OpenMode::ReadOnly).value();
        RunFilter only{.only = std::set{readSnapshot(connection)->runs.at(1).id}};
        write(other, {{u"mini_swe_sdk"_s, u"claude-y"_s}, u"Claude"_s, 6}, {u"One by one"_s, only}, "theirs");
        QCOMPARE(merge(here, {other}), QStringList({u"added 1, unchanged 2, excluded 1"_s, excludedHere.arg(1)}));
        QCOMPARE(printedRuns(here),
            QStringList({u"claude-y 0: 8/10"_s, u"gpt-x 0: 10/10 excluded: my reason"_s, u"gpt-x 1: 10/10"_s,
                u"gpt-x 2: 10/10 excluded: broken disk"_s}));
        auto lines = printedStudy(here);
        lines.removeIf([](const QString &line) {
            return !line.startsWith(u"style") && !line.startsWith(u"filter") && !line.startsWith(u"task");
        });
        QCOMPARE(lines,
            QStringList({u"filter Chosen: {\"models\":[\"gpt-x\"]}"_s,
                u"filter One by one: {} only mini_swe_sdk gpt-x flask-openapi-unconstrained 2026-04-01T12-00-00 0"_s,
                u"style mini_swe_sdk claude-y: Claude 6"_s, u"style mini_swe_sdk gpt-x: Mine 3"_s,
                u"task uv special: mine patch"_s}));
        QCOMPARE(merge(here, {other}), QStringList({u"unchanged 3"_s}));
    }

    void exclusionsAreToldAndStay()
    {
        const auto here = study(u"here"_s, {trial(0, 4), trial(1), trial(2)});
        const auto other = study(u"other"_s, {trial(0, 9), trial(1), trial(3)});
        exclude(other, u"gpt-x"_s, 0, u"replaced"_s);
        exclude(other, u"gpt-x"_s, 1, u"known"_s);
        exclude(other, u"gpt-x"_s, 3, u"new"_s);
        const auto reports = mergeStores(here, {other}, {});
        QCOMPARE(
            printed(reports), QStringList({u"added 1, updated 1, unchanged 1, excluded 3"_s, excludedHere.arg(2)}));
        QCOMPARE(reports->front()->importId, 2);
        QCOMPARE(merge(here, {other}), QStringList({u"unchanged 3"_s}));
        writeInto(here, [](Connection &connection) { return undoImport(connection, 2); });
        QCOMPARE(printedRuns(here),
            QStringList(
                {u"gpt-x 0: 4/10 excluded: replaced"_s, u"gpt-x 1: 10/10 excluded: known"_s, u"gpt-x 2: 10/10"_s}));
    }

    void whatIsNoStudyIsRefusedInItsPlace()
    {
        const auto here = study(u"here"_s, {trial(0)});
        const auto other = study(u"other"_s, {trial(1)});
        const auto garbage = m_folder->filePath(u"garbage.decayscope"_s);
        QFile file(garbage);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no database at all") > 0);
        file.close();
        const auto link = m_folder->filePath(u"link.decayscope"_s);
        QVERIFY(QFile::link(here, link));
        const auto newer = study(u"newer"_s, {});
        raw(newer, u"PRAGMA user_version = 99"_s);
        const auto foreign = study(u"foreign"_s, {});
        raw(foreign, u"PRAGMA application_id = 7"_s);
        const auto missing = m_folder->filePath(u"missing.decayscope"_s);
        auto lines = merge(here, {missing, garbage, link, here, newer, foreign, m_folder->path(), other});
        lines.replaceInStrings(m_folder->path(), u"DIR"_s);
        lines.replaceInStrings(u"schema 99; this one knows 4"_s, u"schemas"_s);
        QCOMPARE(lines,
            QStringList(
                {u"refused: There is no study at \"DIR/missing.decayscope\". Check the path, or import results to "
                 "make one."_s,
                    u"refused: Cannot open \"garbage.decayscope\". It is not a Decayscope study."_s,
                    u"refused: \"DIR/link.decayscope\" is this study itself. Choose another study to merge into it."_s,
                    u"refused: \"DIR/here.decayscope\" is this study itself. Choose another study to merge into it."_s,
                    u"refused: Cannot open \"newer.decayscope\". It was written by a newer Decayscope (schemas)."_s,
                    u"refused: Cannot open \"foreign.decayscope\". It is a database, but not a Decayscope study."_s,
                    u"refused: Cannot open \"DIR\". It is a folder, not a study's file."_s, u"added 1"_s}));
        QCOMPARE(printedRuns(here).size(), 2);
    }

    void madeUpStudiesStayApart()
    {
        const auto madeUp = study(u"madeup"_s, {trial(0)});
        writeInto(madeUp, [](Connection &connection) { return writeMeta(connection, u"sample"_s, u"1"_s); });
        const auto real = study(u"real"_s, {trial(1)});
        for (const auto &[here, other] : {std::pair(real, madeUp), std::pair(madeUp, real)}) {
            const auto lines = merge(here, {other});
            QVERIFY2(lines.front().contains(u"one of both studies is a sample"), qPrintable(lines.front()));
            QCOMPARE(printedRuns(here).size(), 1);
        }
        const auto fresh = m_folder->filePath(u"fresh.decayscope"_s);
        QCOMPARE(merge(fresh, {madeUp}), QStringList({u"added 1"_s}));
        QVERIFY(Connection::open(fresh, OpenMode::ReadOnly)
                .and_then([](Connection read) { return readMeta(read); })
                ->isSample);
    }

    void withoutAnythingToMergeNoStudyIsMade()
    {
        const auto here = m_folder->filePath(u"here.decayscope"_s);
        QVERIFY(merge(here, {m_folder->filePath(u"missing"_s)}).front().startsWith(u"refused: "));
        QVERIFY(!QFile::exists(here));
    }

    void olderStudiesAreReadAndLeftAsTheyAre()
    {
        for (const auto *schema : {"0001", "0002", "0003", "0004"}) {
            const auto older = unpacked(schema);
            const auto before = QCryptographicHash::hash(bytesOf(older), QCryptographicHash::Sha256);
            const auto here = m_folder->filePath(u"here%1.decayscope"_s.arg(QLatin1StringView(schema)));
            const auto lines = merge(here, {older});
            QVERIFY2(lines.first().startsWith(u"added"), qPrintable(lines.join(u'\n')));
            QCOMPARE(findingsOf(here), QStringList());
            QCOMPARE(QCryptographicHash::hash(bytesOf(older), QCryptographicHash::Sha256), before);
            QVERIFY(Connection::open(older, OpenMode::ReadWrite));
            QCOMPARE(printedStudy(here), printedStudy(older));
        }
    }

    void cancellingKeepsWhatIsDone()
    {
        std::vector<RunBundle> runs;
        for (int i = 0; i < 40; ++i)
            runs.push_back(trial(i, i % 11));
        const auto other = study(u"other"_s, runs);
        const auto here = study(u"here"_s, {});
        for (const int patience : {0, 1, 5, 30, 60, 90, 200}) {
            std::atomic<int> asked = 0;
            const Progress progress([&] { return ++asked > patience; });
            const auto before = printedRuns(here).size();
            const auto merged = mergeStores(here, {other, other}, progress);
            QVERIFY(merged);
            QCOMPARE(merged->size(), 2U);
            qsizetype added = 0;
            for (const auto &report : *merged) {
                QVERIFY(report || report.error().kind == ErrorKind::Cancelled);
                added += report ? report->added : 0;
                QVERIFY(!report || report->cancelled || added + before == 40);
            }
            QCOMPARE(printedRuns(here).size(), before + added);
            QCOMPARE(findingsOf(here), QStringList());
        }
        QVERIFY(mergeStores(here, {other}, {}));
        QCOMPARE(printedStudy(here), printedStudy(other));
    }

    void progressCountsTheRuns()
    {
        const auto other = study(u"other"_s, {trial(0), trial(1), trial(2)});
        QStringList told;
        std::mutex mutex;
        const Progress progress([] { return false; },
            [&](const ProgressUpdate &update) {
                const std::lock_guard lock(mutex);
                told.append(u"%1/%2"_s.arg(update.done).arg(update.total));
            });
        QVERIFY(mergeStores(study(u"here"_s, {}), {other}, progress));
        QCOMPARE(told.first(), u"0/0"_s);
        QCOMPARE(told.last(), u"3/3"_s);
    }

    void aReadOnlyStoreIsAnErrorOfAll()
    {
        const auto here = study(u"here"_s, {trial(0)});
        const auto other = study(u"other"_s, {trial(1)});
        raw(here, u"PRAGMA user_version = 99"_s);
        QVERIFY(merge(here, {other}).front().startsWith(u"failed: Cannot open \"here.decayscope\". It was written"));
    }

private:
    QString study(const QString &name, const std::vector<RunBundle> &runs) { return studyOf(*m_folder, name, runs); }

    static QStringList merge(const QString &here, const QStringList &others)
    {
        return printed(mergeStores(here, others, {}));
    }

    struct Style
    {
        Configuration configuration;
        QString name;
        int color;
    };

    /// A style, a saved filter and a task file more.
    static void write(const QString &store, const Style &style, const SavedFilter &filter, const char *task)
    {
        writeInto(store, [&](Connection &connection) {
            auto styles = readStyles(connection).value();
            styles.push_back({style.configuration, style.name, style.color, LineStyle::Dash, 7});
            auto filters = readSavedFilters(connection).value();
            std::erase_if(filters, [&](const SavedFilter &known) { return known.name == filter.name; });
            filters.push_back(filter);
            std::erase_if(styles, [&, i = 0](const ConfigurationStyle &known) mutable {
                return ++i < std::ssize(styles) && known.configuration == style.configuration;
            });
            return writeStyles(connection, styles)
                .and_then([&] { return writeSavedFilters(connection, filters); })
                .and_then([&] {
                    return writeTaskFile(connection, {u"uv"_s, u"special"_s, u"special.json"_s, task, "patch"})
                        .transform([](bool) { });
                });
        });
    }

    static void exclude(const QString &store, const QString &model, int trial, const QString &reason)
    {
        writeInto(store, [&](Connection &connection) {
            const auto key = RunKey{.runtime = u"uv"_s,
                .configuration = {u"mini_swe_sdk"_s, model},
                .task = u"flask-openapi-unconstrained"_s,
                .date = u"2026-04-01T12-00-00"_s,
                .trial = trial};
            return findRun(connection, key).and_then([&](RunId run) {
                return writeExclusion(connection, {run}, reason);
            });
        });
    }

    QString unpacked(const char *schema) const
    {
        const auto packed
            = bytesOf(QStringLiteral(SCHEMA_FOLDER) + u"/%1.decayscope.zst"_s.arg(QLatin1StringView(schema)));
        const auto bytes
            = decompressedSize(packed).and_then([&](qint64 size) { return decompressed(packed, size); }).value();
        const auto path = m_folder->filePath(u"old%1.decayscope"_s.arg(QLatin1StringView(schema)));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestStoreMerging)
#include "tst_storemerging.moc"
