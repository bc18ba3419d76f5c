// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <labels/certificate.h>
#include <sample/samplefiles.h>
#include <sample/sampleplan.h>
#include <sample/samplestudy.h>
#include <sampling/sampledesign.h>
#include <store/labelstore.h>
#include <store/snapshotreader.h>
#include <store/storecheck.h>
#include <verifiers/bothverifiers.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <thread>

using namespace Decayscope;

namespace {

StudySnapshot opened(const QString &path)
{
    auto snapshot = Connection::open(path, OpenMode::ReadOnly).and_then([](Connection c) { return readSnapshot(c); });
    return snapshot.value_or(StudySnapshot{});
}

/// The files of a patch that only adds.
std::map<QString, QString> filesOfPatch(const QByteArray &patch)
{
    std::map<QString, QString> files;
    QString path;
    for (const auto &line : patch.split('\n')) {
        if (line.startsWith("+++ b/"))
            path = QString::fromUtf8(line.sliced(6));
        else if (line.startsWith('+'))
            files[path] += QString::fromUtf8(line.sliced(1)) + u'\n';
    }
    return files;
}

void replay(std::map<QString, QString> &files, QString path, const QString &before, const QString &after)
{
    auto &text = files[path.remove(QStringLiteral("/repository/"))];
    if (text.count(before) == 1)
        text.replace(before, after);
    else
        text = u"replaced " % QString::number(text.count(before)) % u" times: " % before;
}

std::map<QString, QString> replayedMini(const QByteArray &trajectory)
{
    static const QRegularExpression written(
        QStringLiteral("cat > (\\S+) <<'EOF'\n(.*\n)EOF\n```$"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression edited(QStringLiteral("sed -i 's/([^/]*)/([^/]*)/' (\\S+)"));
    std::map<QString, QString> files;
    for (const auto &message : QJsonDocument::fromJson(trajectory)[u"trajectories"].toArray()) {
        const auto text = message[u"content"].toString();
        if (const auto write = written.match(text); write.hasMatch())
            files[write.captured(1)] = write.captured(2);
        else if (const auto edit = edited.match(text); edit.hasMatch())
            replay(files, edit.captured(3), edit.captured(1), edit.captured(2));
    }
    return files;
}

std::map<QString, QString> replayedConversation(const Document &events)
{
    std::map<QString, QString> files;
    for (const auto &part : events.parts) {
        const auto event = QJsonDocument::fromJson(events.bytes.mid(part.offset, part.length));
        const auto action = event[u"action"];
        auto path = action[u"path"].toString();
        if (action[u"command"].toString() == u"create")
            files[path.remove(QStringLiteral("/repository/"))] = action[u"file_text"].toString();
        else if (action[u"command"].toString() == u"str_replace")
            replay(files, path, action[u"old_str"].toString(), action[u"new_str"].toString());
    }
    return files;
}

std::map<QString, QString> replayed(const RunBundle &bundle)
{
    if (const auto *events = bundle.document(DocumentKind::TrajectoryEvents))
        return replayedConversation(*events);
    return replayedMini(bundle.document(DocumentKind::Trajectory)->bytes);
}

/// One line a turn: its role and the beginning of its text.
QStringList printed(const RunBundle &bundle)
{
    QStringList lines;
    for (const auto &turn : bundle.turns)
        lines.append(QString::number(static_cast<int>(turn.role)) % u' ' % turn.text.simplified().left(52).trimmed());
    return lines;
}

/// The places in the project's files that a log names, each with the code that stands there.
QStringList placesIn(const RunBundle &bundle)
{
    static const QRegularExpression place(QStringLiteral("/repository/([\\w./]+)(?:\", line |:)(\\d+)"));
    const auto files = filesOfPatch(bundle.document(DocumentKind::Patch)->bytes);
    QStringList places;
    for (const auto &match : place.globalMatch(QString::fromUtf8(bundle.document(DocumentKind::ServerLog)->bytes))) {
        const auto file = files.find(match.captured(1));
        const auto lines = file == files.end() ? QStringList() : file->second.split(u'\n');
        const auto code = lines.value(match.captured(2).toInt() - 1).trimmed();
        places.append(match.captured(1) % u':' % match.captured(2) % u' ' % code);
    }
    places.removeDuplicates();
    return places;
}

/// Enough where the verdicts are not looked at; they go by the names of the real ones, as the sample's file does.
Verifiers quickVerifiers()
{
    auto quick = bothVerifiers();
    quick.syntax.verify = quick.reference.verify;
    return quick;
}

double strictShare(const Run &run)
{
    return run.assertions > 0 && run.verdicts.isCompliant() ? 100.0 * run.passed / run.assertions : 0;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        QElapsedTimer time;
        time.start();
        const auto path = sampleStudyPath(bothVerifiers());
        QVERIFY2(path, qPrintable(path ? QString() : path.error().message));
        qInfo() << "made in" << time.elapsed() << "ms," << QFile(*path).size() << "bytes";
        m_path = *path;
        m_study = opened(m_path);
    }

    void isMarkedAsMadeUp()
    {
        QVERIFY(m_study.isSample);
        QVERIFY(m_study.isReadOnly);
        QCOMPARE(m_study.name, u"Sample study (made up)");
    }

    void isSound()
    {
        const auto check
            = Connection::open(m_path, OpenMode::ReadOnly).and_then([](Connection c) { return checkStore(c, {}); });
        QVERIFY(check);
        QCOMPARE(check->findings, QStringList());
        QCOMPARE(QDir(m_folder.filePath(QStringLiteral("decayscope"))).entryList(QDir::Files).size(), 1);
    }

    void decays()
    {
        std::map<Configuration, std::array<std::pair<double, int>, 4>> levels;
        for (const auto &run : m_study.runs) {
            if (run.task.kind == TaskKind::Feature)
                continue;
            auto &[sum, count] = levels[run.key.configuration].at(static_cast<std::size_t>(run.task.level()));
            sum += strictShare(run);
            ++count;
        }
        QStringList lines;
        for (const auto &[configuration, means] : levels) {
            QString line = configuration.scaffold % u' ' % configuration.model;
            for (const auto &[sum, count] : means)
                line += QStringLiteral(" %1").arg(sum / count, 0, 'f', 1);
            lines.append(line);
            QVERIFY2(means[3].first / means[3].second + 10 < means[0].first / means[0].second, qPrintable(line));
        }
        qInfo().noquote() << lines.join(u"; ");
        QCOMPARE(lines.size(), 6);
    }

    void breaksExactlyWhatItPlanned()
    {
        const auto plan = samplePlan();
        QCOMPARE(m_study.runs.size(), plan.size());
        std::map<RunKey, std::optional<ConstraintKind>> planned;
        for (const auto &run : plan)
            planned.emplace(run.key, run.violated);
        for (const auto &run : m_study.runs) {
            for (const auto kind : {ConstraintKind::Architecture, ConstraintKind::Database, ConstraintKind::Orm}) {
                const auto expected = !run.task.constraints.ofKind(kind) ? Verdict::NotApplicable
                    : planned.at(run.key) == kind                        ? Verdict::Violated
                                                                         : Verdict::Compliant;
                QVERIFY2(run.verdicts.of(kind) == expected,
                    qPrintable(run.key.task % u' ' % QString::number(run.key.trial)));
            }
        }
    }

    void readsWithoutWarnings()
    {
        for (const auto &run : m_study.runs) {
            QCOMPARE(run.assertions, 290);
            QCOMPARE(run.warnings, 0);
            QVERIFY(run.turns > 3);
            QVERIFY(run.tokens);
        }
        const auto plan = samplePlan();
        for (std::size_t i = 0; i < plan.size(); i += 37)
            QCOMPARE(sampleBundle(plan[i]).termination, plan[i].termination);
    }

    void isMadeTheSameEverywhere()
    {
        const auto plan = samplePlan();
        QCOMPARE(sampleBundle(plan.at(5)).contentHash, sampleBundle(plan.at(5)).contentHash);
        QCOMPARE(sampleBundle(plan.front()).contentHash.toHex().left(16), QByteArray("87d3a064da2d3063"));
    }

    void tellsItsRuns_data()
    {
        QTest::addColumn<QString>("scaffold");
        QTest::addColumn<QStringList>("beginning");
        QTest::newRow("mini") << QStringLiteral("mini_swe_sdk")
                              << QStringList{QStringLiteral("2 THOUGHT: I look at what is there before I begin. ```"),
                                     QStringLiteral("1 <returncode>0</returncode> <output> total 12 drwxr-x"),
                                     QStringLiteral("2 THOUGHT: The contract has **nineteen endpoints** bel"),
                                     QStringLiteral("1 <returncode>0</returncode> <output> Python 3.12.8 pi"),
                                     QStringLiteral("2 THOUGHT: The dependencies first, so that they can in")};
        QTest::newRow("conversation") << QStringLiteral("openhands_sdk")
                                      << QStringList{QStringLiteral("2 I look at what is there before I begin. ls -la"),
                                             QStringLiteral("3 total 12 drwxr-xr-x 3 root root 4096 Jan 15 09:00 ."),
                                             QStringLiteral("2 The contract has **nineteen endpoints** below `/api`"),
                                             QStringLiteral("3 Python 3.12.8 pip 24.3.1 from /usr/local/lib/python3"),
                                             QStringLiteral("2 The dependencies first, so that they can install whi")};
    }

    void tellsItsRuns()
    {
        QFETCH(const QString, scaffold);
        QFETCH(const QStringList, beginning);
        const auto plan = samplePlan();
        const auto run = std::ranges::find_if(plan, [&](const SampleRun &candidate) {
            return candidate.key.configuration.scaffold == scaffold && candidate.share < 0.5 && candidate.serverStarts;
        });
        const auto lines = printed(sampleBundle(*run));
        qInfo().noquote() << lines.join(u"\n  ");
        QCOMPARE(lines.sliced(2, 5), beginning);
    }

    void replaysToItsPatch()
    {
        const auto plan = samplePlan();
        for (std::size_t i = 0; i < plan.size(); i += 5) {
            const auto bundle = sampleBundle(plan[i]);
            const auto expected = filesOfPatch(bundle.document(DocumentKind::Patch)->bytes);
            const auto found = replayed(bundle);
            for (const auto &[path, text] : expected)
                QCOMPARE(found.contains(path) ? found.at(path) : QString(), text);
            QCOMPARE(found.size(), expected.size());
        }
    }

    void namesPlacesThatAreThere()
    {
        const auto plan = samplePlan();
        QStringList all;
        for (std::size_t i = 0; i < plan.size(); i += 7) {
            for (const auto &place : placesIn(sampleBundle(plan[i]))) {
                QVERIFY2(place.section(u' ', 1).size() > 3, qPrintable(plan[i].key.task % u": " % place));
                all.append(place);
            }
        }
        qInfo().noquote() << all.size() << "places, such as\n " << all.first(8).join(u"\n  ");
    }

    void saysWhyAssertionsFailed()
    {
        const auto plan = samplePlan();
        int failed = 0;
        int silent = 0;
        std::map<QString, int> messages;
        for (std::size_t i = 0; i < plan.size(); i += 29) {
            for (const auto &request : sampleBundle(plan[i]).requests) {
                for (const auto &assertion : request.assertions) {
                    failed += assertion.outcome == AssertionOutcome::Failed ? 1 : 0;
                    silent += assertion.outcome == AssertionOutcome::Failed && assertion.message.isEmpty() ? 1 : 0;
                    ++messages[assertion.message];
                }
            }
        }
        qInfo() << failed << "failed with" << messages.size() - 1 << "messages";
        QCOMPARE(silent, 0);
    }

    /// A judge saw every failed run, two people fifty of them, and all is as a real journal would have it.
    void isLabelled()
    {
        auto connection = Connection::open(m_path, OpenMode::ReadOnly);
        QVERIFY(connection);
        const auto book = readLabelBook(*connection);
        QVERIFY(book);
        QCOMPARE(
            book->annotators(), QStringList({QStringLiteral("judge"), QStringLiteral("Ada"), QStringLiteral("Grace")}));
        QCOMPARE(book->labelsOf(u"judge").size(), samplingUnits(m_study.runs, {}, {}).size());
        QCOMPARE(book->labelsOf(u"Ada").size(), std::size_t{50});
        QVERIFY(std::ranges::all_of(book->rows, [](const LabelRow &row) { return row.run.has_value(); }));
        QCOMPARE(blindingCertificate(*book, book->samples.front().id).problems, QStringList());
        QCOMPARE(checkStore(*connection, {})->findings, QStringList());
    }

    void isMadeOnceByMany()
    {
        QVERIFY(QFile::remove(m_path));
        std::atomic<int> made = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&] { made += sampleStudyPath(quickVerifiers()).has_value(); });
        }
        QCOMPARE(made, 2);
        QCOMPARE(opened(m_path).runs.size(), m_study.runs.size());
        QCOMPARE(QDir(m_folder.filePath(QStringLiteral("decayscope"))).entryList(QDir::Files).size(), 1);
    }

    void replacesADamagedOne()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("not a study any more");
        file.close();
        QCOMPARE(sampleStudyPath(quickVerifiers()).value_or(QString()), m_path);
        QVERIFY(opened(m_path).isSample);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    StudySnapshot m_study;
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
