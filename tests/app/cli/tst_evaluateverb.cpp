// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `decayscope evaluate` as scripts use it, on a real backend in a real sandbox.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <backends/backendlab.h>
#include <nlohmann/json.hpp>

#include <csignal>

using namespace Decayscope;
using namespace Qt::StringLiterals;
using nlohmann::json;

namespace {

struct Outcome
{
    int status = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] json document() const { return json::parse(output.toStdString(), nullptr, false); }
};

Outcome call(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(DECAYSCOPE_PROGRAM), arguments);
    if (!process.waitForFinished(300'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

const Test::ReferenceBackend flask{.runtime = u"uv"_s, .name = u"flask"_s, .framework = u"flask"_s};

} // namespace

class TestEvaluateVerb : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = m_folder->filePath(u"study.decayscope"_s);
    }

    void checksUsageBeforeAnythingIsDone()
    {
        for (const auto &line :
            {u"evaluate"_s, u"evaluate --task flask-openapi-sqlite"_s, u"evaluate --task nonsense --workspace ."_s,
                u"evaluate --task flask-openapi-sqlite --workspace . --patch x"_s,
                u"evaluate --task flask-openapi-sqlite --workspace . --network some"_s,
                u"evaluate --task flask-openapi-sqlite --workspace . --trial -3"_s}) {
            const auto outcome = call(QStringList{u"--store"_s, m_store} + line.split(u' '));
            QCOMPARE(outcome.status, 2);
            QVERIFY(!QFile::exists(m_store));
        }
    }

    void codeThatIsNotThereIsRefused()
    {
        for (const auto *kind : {"--workspace", "--patch"}) {
            const auto outcome = call({u"--store"_s, m_store, u"evaluate"_s, u"--task"_s, u"flask-openapi-sqlite"_s,
                QString::fromLatin1(kind), u"/there/is/none"_s});
            QCOMPARE(outcome.status, 4);
            QVERIFY2(outcome.errors.contains("/there/is/none"), outcome.errors.constData());
        }
    }

    void aBackendBecomesARun()
    {
        if (!canEvaluate())
            QSKIP(qPrintable(Test::missingRequirement(m_needs)));
        const auto first = evaluateFlask({u"--json"_s});
        QVERIFY2(first.status == 0, first.errors.constData());
        const auto document = first.document();
        QCOMPARE(document["run"]["passed"].get<int>(), 290);
        QCOMPARE(document["run"]["assertions"].get<int>(), 290);
        QCOMPARE(document["run"]["trial"].get<int>(), 0);
        QCOMPARE(document["requests"].size(), 32U);
        QVERIFY(document["setup"]["ok"].get<bool>());
        QVERIFY(document["server"]["healthy"].get<bool>());
        QVERIFY(QString::fromStdString(document["sandbox"].get<std::string>()).startsWith(u"bubblewrap"));
        QCOMPARE(document["beside"].size(), 1U);
        QVERIFY(!document.contains("turns"));

        const auto second = evaluateFlask({u"--json"_s}).document();
        QCOMPARE(second["run"]["trial"].get<int>(), 1);
        QCOMPARE(second["run"]["date"], document["run"]["date"]);

        const auto shown = call({u"--store"_s, m_store, u"show"_s, u"1"_s}).output;
        QVERIFY(shown.contains("290 of 290 passed (success)"));
        QVERIFY(shown.contains("deep_suite"));
        QCOMPARE(call({u"--store"_s, m_store, u"--json"_s, u"runs"_s}).document()["runs"].size(), 2U);
        QVERIFY(call({u"--store"_s, m_store, u"store"_s, u"check"_s}).status == 0);
    }

    void aFailingBackendIsAFinding()
    {
        if (!canEvaluate())
            QSKIP(qPrintable(Test::missingRequirement(m_needs)));
        const auto patch = m_folder->filePath(u"empty.patch"_s);
        QVERIFY(QFile(patch).open(QIODevice::WriteOnly));
        const auto outcome = call({u"--store"_s, m_store, u"--json"_s, u"evaluate"_s, u"--task"_s,
            u"flask-openapi-unconstrained"_s, u"--patch"_s, patch, u"--model"_s, u"nobody"_s});
        QCOMPARE(outcome.status, 1);
        const auto document = outcome.document();
        QCOMPARE(document["run"]["failed"].get<int>(), 290);
        QVERIFY(!document["server"]["healthy"].get<bool>());
        QVERIFY(!document["setup"]["ok"].get<bool>());
    }

    void interruptedItLeavesNoRun()
    {
        if (!canEvaluate())
            QSKIP(qPrintable(Test::missingRequirement(m_needs)));
        for (const int signal : {SIGINT, SIGTERM}) {
            QProcess process;
            process.start(QStringLiteral(DECAYSCOPE_PROGRAM), arguments({u"--model"_s, u"interrupted"_s}));
            QVERIFY(process.waitForStarted());
            QTest::qWait(700);
            ::kill(static_cast<pid_t>(process.processId()), signal);
            QVERIFY(process.waitForFinished(60'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 130);
            QVERIFY(!QFile::exists(m_store));
        }
    }

    void aStudyThatCannotBeWrittenIsSaidFirst()
    {
        QVERIFY(QFile(m_folder->filePath(u"file"_s)).open(QIODevice::WriteOnly));
        m_store = m_folder->filePath(u"file/study.decayscope"_s);
        const auto outcome = call(arguments({}));
        QCOMPARE(outcome.status, 3);
        QVERIFY2(outcome.errors.contains("file/study.decayscope"), outcome.errors.constData());
    }

private:
    [[nodiscard]] bool canEvaluate() const { return Test::missingRequirement(m_needs).isEmpty(); }

    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        return QStringList{u"--store"_s, m_store, u"evaluate"_s, u"--task"_s, u"flask-openapi-unconstrained"_s,
                   u"--workspace"_s, flask.folder(), u"--network"_s, u"nothing"_s}
        + more;
    }

    [[nodiscard]] Outcome evaluateFlask(const QStringList &more) const { return call(arguments(more)); }

    const QStringList m_needs{u"bubblewrap"_s, u"Python"_s};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_store;
};

QTEST_GUILESS_MAIN(TestEvaluateVerb)
#include "tst_evaluateverb.moc"
