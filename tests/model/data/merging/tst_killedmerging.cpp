// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "abundle.h"
#include "rawstore.h"
#include "somelabels.h"
#include "studyinwords.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kills = 12;

/// Words that cannot be packed well, so that there is something to write.
QString noise(quint32 seed)
{
    QRandomGenerator chance(seed);
    QStringList words;
    for (int i = 0; i < 1500; ++i)
        words.append(QString::number(chance.generate(), 36));
    return words.join(u' ');
}

} // namespace

/// kill -9 at any moment leaves a store that is sound: of a merge what was done, which goes on to the same end; of a
/// compaction the store as it was.
class TestKilledMerging : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        std::vector<RunBundle> runs;
        for (int trial = 0; trial < 150; ++trial)
            runs.push_back(aBundle()
                    .trial(trial)
                    .passing(trial % 11, 10)
                    .saying({u"please build it"_s, noise(static_cast<quint32>(trial))})
                    .bundle());
        m_other = studyOf(m_folder, u"other"_s, runs);
        auto connection = Connection::open(m_other, OpenMode::ReadWrite).value();
        QVERIFY(writeSomeLabels(connection));
        m_whole = printedStudy(m_other);
    }

    void aKilledMergeGoesOn()
    {
        const auto duration = timeOf({m_folder.filePath(u"clean.decayscope"_s), m_other});
        QRandomGenerator chance(20261123);
        QStringList seen;
        for (int kill = 0; kill < kills; ++kill) {
            const auto store = m_folder.filePath(u"killed-%1.decayscope"_s.arg(kill));
            const auto moment = chance.bounded(duration);
            killedAfter({store, m_other}, moment);
            if (QFile::exists(store))
                QCOMPARE(findingsOf(store), QStringList());
            seen.append(u"%1 ms: %2"_s.arg(moment).arg(printedRuns(store).size()));
            QVERIFY(mergeStores(store, {m_other}, {}));
            QCOMPARE(printedStudy(store), m_whole);
            QCOMPARE(findingsOf(store), QStringList());
        }
        qInfo().noquote() << "killed after" << seen.join(u", ");
    }

    void aKilledCompactionLeavesTheStore()
    {
        raw(m_other, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        const auto copied = [this](int number) {
            const auto store = m_folder.filePath(u"compacted-%1.decayscope"_s.arg(number));
            return QFile::copy(m_other, store) ? store : QString();
        };
        const auto duration = timeOf({copied(-1)});
        QRandomGenerator chance(7);
        for (int kill = 0; kill < kills; ++kill) {
            const auto store = copied(kill);
            killedAfter({store}, chance.bounded(duration));
            QCOMPARE(findingsOf(store), QStringList());
            QCOMPARE(printedStudy(store), m_whole);
            QVERIFY(compactStore(store, {}));
            QCOMPARE(printedStudy(store), m_whole);
        }
    }

private:
    static int timeOf(const QStringList &arguments)
    {
        QElapsedTimer time;
        time.start();
        if (QProcess::execute(QStringLiteral(MERGE_CHILD), arguments) != 0)
            qFatal("the child failed");
        return static_cast<int>(time.elapsed());
    }

    static void killedAfter(const QStringList &arguments, int milliseconds)
    {
        QProcess child;
        child.start(QStringLiteral(MERGE_CHILD), arguments);
        QVERIFY(child.waitForStarted());
        child.waitForFinished(milliseconds);
        child.kill();
        child.waitForFinished();
    }

    QTemporaryDir m_folder;
    QString m_other;
    QStringList m_whole;
};

QTEST_GUILESS_MAIN(TestKilledMerging)
#include "tst_killedmerging.moc"
