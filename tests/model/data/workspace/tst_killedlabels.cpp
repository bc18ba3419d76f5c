// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelsample.h"

#include <labels/certificate.h>
#include <store/labelstore.h>
#include <workspace/workspace.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;

namespace {

constexpr int kills = 100;

/// The memos of a store without those that nobody was told of.
QStringList memos(const std::vector<LabelEvent> &events)
{
    QStringList memos;
    for (const auto &event : events) {
        const auto *noted = std::get_if<Noted>(&event.action);
        if (noted && noted->memo != u"perhaps")
            memos.append(noted->memo);
    }
    return memos;
}

} // namespace

/// kill -9 right after a label was acknowledged loses nothing, a hundred times in a row.
class TestKilledLabels : public QObject
{
    Q_OBJECT

private slots:
    void losesNothing()
    {
        const QTemporaryDir folder;
        const auto store = folder.filePath(QStringLiteral("study.decayscope"));
        QStringList told;
        std::size_t unasked = 0;
        for (int kill = 0; kill < kills; ++kill) {
            QProcess child;
            child.start(QStringLiteral(LABEL_CHILD), {store, QString::number(kill), QString::number(1 + kill % 3)});
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            told += QString::fromUtf8(child.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
            const auto stored = Connection::open(store, OpenMode::ReadOnly).and_then([](Connection connection) {
                return readLabelEvents(connection);
            });
            QVERIFY(stored);
            QCOMPARE(memos(stored->events), told);
            QCOMPARE(chainProblems(stored->events), QStringList());
            unasked = stored->events.size() - static_cast<std::size_t>(told.size());
        }
        QCOMPARE(checkStore(store, {})->findings, QStringList());
        qInfo() << kills << "kills," << told.size() << "labels told and found," << unasked
                << "more were stored that nobody had been told of yet";
    }
};

QTEST_GUILESS_MAIN(TestKilledLabels)
#include "tst_killedlabels.moc"
