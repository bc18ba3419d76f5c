// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oddserver.h"

#include <suite/suiteprocess.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Decayscope;
using namespace Decayscope::Test;
using namespace Qt::StringLiterals;

namespace {

const QString realProgram = QStringLiteral(DECAYSCOPE_SUITE_PROGRAM);

/// A result without its times, as printed lines.
QStringList printed(const SuiteResult &result)
{
    QStringList lines;
    for (const auto &exchange : result.exchanges) {
        const auto status = exchange.status ? QString::number(*exchange.status) : u"-"_s;
        lines.append(QStringList{exchange.name, exchange.method, exchange.url, status, exchange.error,
            QString::fromUtf8(exchange.answer.body), printedVerdicts({.exchanges = {exchange}}).front()}
                .join(u" | "));
    }
    return lines;
}

} // namespace

class tst_SuiteProcess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void resultsAreTheSame_data();
    void resultsAreTheSame();
    void probes();
    void badAddress();
    void missingProgram();
    void entranceIsUsed();
    void dyingLeavesAFullResult();
    void endlessOutput();
    void cancelling();

private:
    [[nodiscard]] QString script(const QByteArray &text);

    QTemporaryDir m_folder;
    OddServer m_server;
    HttpSuite m_suite;
};

void tst_SuiteProcess::initTestCase()
{
    m_suite = *builtInSuite(u"conduit"_s);
}

QString tst_SuiteProcess::script(const QByteArray &text)
{
    const auto path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\ncat > /dev/null\n" + text + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

void tst_SuiteProcess::resultsAreTheSame_data()
{
    QTest::addColumn<QString>("row");
    for (const auto *row : {"right", "body: a word", "bad UTF-8", "reset in the body", "slug \"\\u65e5\\u672c\""})
        QTest::newRow(row) << QString::fromLatin1(row);
}

void tst_SuiteProcess::resultsAreTheSame()
{
    if (!m_server.isRunning())
        QSKIP("python3 is not installed; the odd servers are written in it (./bootstrap test).");
    QFETCH(QString, row);
    SuiteTarget target;
    target.baseUrl = m_server.baseUrl(row);
    target.variables = {{u"USERNAME"_s, u"somebody"_s}};
    QList<int> told;
    const auto inside = runSuite(m_suite, target, Progress());
    const auto outside
        = SuiteProcess(realProgram).runSuite(m_suite, target, Progress(), [&told](int index, const HttpExchange &) {
              told.append(index);
          });
    QVERIFY2(outside.has_value(), qPrintable(outside ? QString() : outside.error().message));
    QCOMPARE(printed(*outside), printed(*inside));
    QCOMPARE(outside->total(), 290);
    QCOMPARE(told.size(), 32);
    QCOMPARE(told.last(), 31);
}

void tst_SuiteProcess::probes()
{
    const SuiteProcess process(realProgram);
    QCOMPARE(process.probe(u"http://127.0.0.1:1/"_s, std::chrono::seconds(5), Progress()).error().message,
        u"Nothing listens at 127.0.0.1:1."_s);
    if (!m_server.isRunning())
        QSKIP("python3 is not installed; the odd servers are written in it (./bootstrap test).");
    QCOMPARE(process.probe(m_server.baseUrl(u"right"_s) + u"/tags"_s, std::chrono::seconds(5), Progress()),
        Result<int>(200));
}

void tst_SuiteProcess::badAddress()
{
    SuiteTarget target;
    target.baseUrl = u"nonsense"_s;
    QCOMPARE(SuiteProcess(realProgram).runSuite(m_suite, target, Progress()).error().kind, ErrorKind::InvalidInput);
}

void tst_SuiteProcess::missingProgram()
{
    SuiteTarget target;
    target.baseUrl = u"http://127.0.0.1:1"_s;
    const auto result = SuiteProcess(u"/nowhere/decayscope-suite"_s).runSuite(m_suite, target, Progress());
    QCOMPARE(result.error().kind, ErrorKind::NotFound);
}

void tst_SuiteProcess::entranceIsUsed()
{
    const auto program = script("pwd > \"$0.folder\"; echo '{\"status\":200}'");
    const SuiteProcess process(program, [] { (void)(chdir("/") + 0); });
    QCOMPARE(process.probe(u"http://127.0.0.1:1"_s, std::chrono::seconds(5), Progress()), Result<int>(200));
    QFile folder(program + u".folder"_s);
    QVERIFY(folder.open(QIODevice::ReadOnly));
    QCOMPARE(folder.readAll(), QByteArray("/\n"));
}

void tst_SuiteProcess::dyingLeavesAFullResult()
{
    const auto program = script("echo '{\"index\":0,\"exchange\":{\"name\":\"Register\",\"status\":200,\"checks\":"
                                "[{\"name\":\"a\",\"passed\":true}]}}'\nkill -9 $$");
    SuiteTarget target;
    target.baseUrl = u"http://127.0.0.1:1"_s;
    QList<int> told;
    const auto result = SuiteProcess(program).runSuite(
        m_suite, target, Progress(), [&told](int index, const HttpExchange &) { told.append(index); });
    QVERIFY(result.has_value());
    QCOMPARE(result->exchanges.size(), 32U);
    QCOMPARE(result->passed(), 1);
    QCOMPARE(result->exchanges[1].name, u"Login"_s);
    QCOMPARE(result->exchanges[1].error, u"decayscope-suite was ended by a signal."_s);
    QCOMPARE(result->exchanges[31].checks.size(), 3U);
    QCOMPARE(told.size(), 32);
}

void tst_SuiteProcess::endlessOutput()
{
    SuiteTarget target;
    target.baseUrl = u"http://127.0.0.1:1"_s;
    const auto program = script("exec tr '\\0' x < /dev/zero");
    QCOMPARE(SuiteProcess(program).runSuite(m_suite, target, Progress()).error().kind, ErrorKind::Internal);
}

void tst_SuiteProcess::cancelling()
{
    SuiteTarget target;
    target.baseUrl = u"http://127.0.0.1:1"_s;
    const auto program = script("echo $$ > \"$0.pid\"; exec sleep 1000");
    const auto pidFile = QString(program % u".pid");
    const Progress progress([&pidFile] { return QFile::exists(pidFile) && QFile(pidFile).size() > 0; });
    QCOMPARE(SuiteProcess(program).runSuite(m_suite, target, progress).error().kind, ErrorKind::Cancelled);
    QFile file(pidFile);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed())));
}

QTEST_GUILESS_MAIN(tst_SuiteProcess)
#include "tst_suiteprocess.moc"
