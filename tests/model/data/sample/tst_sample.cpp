// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <store/snapshotreader.h>
#include <store/storecheck.h>
#include <verifiers/referenceverifier.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sample/samplefiles.h>
#include <sample/sampleplan.h>
#include <sample/samplestudy.h>

#include <map>
#include <thread>

using namespace Decayscope;

namespace {

StudySnapshot opened(const QString &path)
{
    auto snapshot = Connection::open(path, OpenMode::ReadOnly).and_then([](Connection c) { return readSnapshot(c); });
    return snapshot.value_or(StudySnapshot{});
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
        const auto path = sampleStudyPath(referenceVerifier());
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
        QCOMPARE(sampleBundle(plan.front()).contentHash.toHex().left(16), QByteArray("e3eba637926f8c63"));
    }

    void isMadeOnceByMany()
    {
        QVERIFY(QFile::remove(m_path));
        std::atomic<int> made = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&] { made += sampleStudyPath(referenceVerifier()).has_value(); });
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
        QCOMPARE(sampleStudyPath(referenceVerifier()).value_or(QString()), m_path);
        QVERIFY(opened(m_path).isSample);
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    StudySnapshot m_study;
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
