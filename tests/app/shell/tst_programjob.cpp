// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <shell/programjob.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

} // namespace

/// A verb in a process of its own, with scripts that play the program.
class TestProgramJob : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_job = std::make_unique<ProgramJob>();
        m_answers.clear();
        m_progress.clear();
        connect(
            m_job.get(), &ProgramJob::finished, this, [this](const ProgramAnswer &answer) { m_answers = {answer}; });
        connect(m_job.get(), &ProgramJob::progressed, this, [this](int done, int total, const QString &what) {
            m_progress << u"%1/%2 %3"_s.arg(done).arg(total).arg(what);
        });
    }

    void tellsProgressSentencesAndAnswer()
    {
        play("echo 'progress 1 2 first file' >&2\necho 'decayscope: Something is odd.' >&2\n"
             "echo 'progress 2 2 second' >&2\necho '{\"a\": 1}'\nexit 4\n");
        QVERIFY(QTest::qWaitFor([this] { return m_answers.size() == 1; }, patience));
        QCOMPARE(m_progress, QStringList({u"1/2 first file"_s, u"2/2 second"_s}));
        QCOMPARE(m_answers[0].status, 4);
        QCOMPARE(m_answers[0].sentences, QStringList(u"Something is odd."_s));
        QCOMPARE(m_answers[0].answer, QByteArray("{\"a\": 1}\n"));
        QVERIFY(!m_job->isRunning());
    }

    void getsTheArgumentsAfterItsOwn()
    {
        play("echo \"$@\"\n", {u"bundle"_s, u"build"_s, u"a folder"_s});
        QVERIFY(QTest::qWaitFor([this] { return m_answers.size() == 1; }, patience));
        QCOMPARE(m_answers[0].answer, QByteArray("--json --progress bundle build a folder\n"));
    }

    void cancelledItStillEnds()
    {
        play("trap 'exit 130' TERM\necho 'progress 0 1 waiting' >&2\nwhile :; do sleep 0.05; done\n");
        QVERIFY(QTest::qWaitFor([this] { return !m_progress.isEmpty(); }, patience));
        m_job->cancel();
        QVERIFY(QTest::qWaitFor([this] { return m_answers.size() == 1; }, patience));
        QCOMPARE(m_answers[0].status, 130);
    }

    void aProgramThatIsNotThereIsAnAnswer()
    {
        m_job->setProgram(m_folder.filePath(u"nothing"_s));
        QVERIFY(m_job->start({u"report"_s}));
        QVERIFY(QTest::qWaitFor([this] { return m_answers.size() == 1; }, patience));
        QCOMPARE(m_answers[0].status, 3);
        QVERIFY2(m_answers[0].sentences.value(0).contains(u"nothing"), qPrintable(m_answers[0].sentences.join(u'\n')));
    }

    void aCrashIsNoSuccess()
    {
        play("kill -SEGV $$\n");
        QVERIFY(QTest::qWaitFor([this] { return m_answers.size() == 1; }, patience));
        QCOMPARE(m_answers[0].status, 3);
    }

    void leavingEndsIt()
    {
        play("echo $$ > \"$0.pid\"\necho 'progress 0 1 waiting' >&2\nexec sleep 600\n");
        QVERIFY(QTest::qWaitFor([this] { return !m_progress.isEmpty(); }, patience));
        m_job.reset();
        QFile pid(m_folder.filePath(u"program.pid"_s));
        QVERIFY(pid.open(QIODevice::ReadOnly));
        QVERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(pid.readAll()).trimmed()));
    }

private:
    void play(const QByteArray &script, const QStringList &arguments = {})
    {
        const auto path = m_folder.filePath(u"program"_s);
        QFile::remove(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + script);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_job->setProgram(path);
        QVERIFY(m_job->start(arguments));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ProgramJob> m_job;
    std::vector<ProgramAnswer> m_answers;
    QStringList m_progress;
};

QTEST_GUILESS_MAIN(TestProgramJob)
#include "tst_programjob.moc"
