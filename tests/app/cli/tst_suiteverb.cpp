// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calledverb.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Decayscope;
using namespace Qt::StringLiterals;

using Test::calledVerb;

namespace {

const QString nobody = u"http://127.0.0.1:1/api"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace

class tst_SuiteVerb : public QObject
{
    Q_OBJECT

private slots:
    void nobodyAnswers();
    void reportsAreWritten();
    void variablesAndOwnSuites();
    void usage_data();
    void usage();
    void interruptedLast();

private:
    QTemporaryDir m_folder;
};

void tst_SuiteVerb::nobodyAnswers()
{
    const auto json = calledVerb({u"--json"_s, u"suite"_s, u"--base-url"_s, nobody});
    QCOMPARE(json.status, 1);
    const auto document = json.document();
    QCOMPARE(document["total"].get<int>(), 290);
    QCOMPARE(document["failed"].get<int>(), 290);
    QCOMPARE(document["requests"].size(), 32U);
    QVERIFY(document["requests"][0]["status"].is_null());
    QCOMPARE(QString::fromStdString(document["requests"][0]["assertions"][1].dump()),
        u"{\"actual\":\"no answer\",\"expected\":\"a value at user.email\",\"name\":\"User has \\\"email\\\" "
        "property\",\"passed\":false}"_s);
    const auto text = calledVerb({u"suite"_s, u"--base-url"_s, nobody}).lines();
    QVERIFY(text.last().startsWith(u"0 of 290 assertions passed in "));
}

void tst_SuiteVerb::reportsAreWritten()
{
    const auto csv = m_folder.filePath(u"a.csv"_s);
    const auto junit = m_folder.filePath(u"a.xml"_s);
    const auto base = QStringList{u"--quiet"_s, u"suite"_s, u"--base-url"_s, nobody};
    QCOMPARE(calledVerb(base + QStringList{u"--csv"_s, csv, u"--junit"_s, junit}).status, 1);
    QCOMPARE(contents(csv).count('\n'), 33);
    QVERIFY(contents(junit).contains("<testsuites "));
    QCOMPARE(calledVerb(base + QStringList{u"--csv"_s, m_folder.filePath(u"no/such/folder.csv"_s)}).status, 4);
}

void tst_SuiteVerb::variablesAndOwnSuites()
{
    QFile file(m_folder.filePath(u"own.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"suite":"own","version":"1","variables":{"A":"1"},"requests":[
        {"name":"none","method":"GET","path":"/{{A}}/{{B}}","checks":[]}]})");
    file.close();
    const auto done = calledVerb({u"--json"_s, u"suite"_s, u"--base-url"_s, nobody, u"--suite"_s, file.fileName(),
        u"--var"_s, u"A=x=y"_s, u"--var"_s, u"B="_s});
    QCOMPARE(done.status, 0);
    QCOMPARE(
        QString::fromStdString(done.document()["requests"][0]["url"].get<std::string>()), QString(nobody + u"/x=y/"_s));
    QCOMPARE(calledVerb({u"suite"_s, u"--base-url"_s, nobody, u"--suite"_s, m_folder.filePath(u"none"_s)}).status, 4);
}

void tst_SuiteVerb::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no address") << QStringList();
    QTest::newRow("no http") << QStringList{u"--base-url"_s, u"localhost:8080"_s};
    QTest::newRow("https") << QStringList{u"--base-url"_s, u"https://localhost"_s};
    QTest::newRow("no host") << QStringList{u"--base-url"_s, u"http:///api"_s};
    QTest::newRow("bad variable") << QStringList{u"--base-url"_s, nobody, u"--var"_s, u"A"_s};
}

void tst_SuiteVerb::usage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(calledVerb(QStringList{u"suite"_s} + arguments).status, 2);
}

/// The program stays interrupted, so this comes last.
void tst_SuiteVerb::interruptedLast()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    connect(&silent, &QTcpServer::newConnection, &silent, [] { std::raise(SIGINT); });
    const auto address = u"http://127.0.0.1:%1/api"_s.arg(silent.serverPort());
    const auto cancelled = calledVerb({u"suite"_s, u"--base-url"_s, address});
    QCOMPARE(cancelled.status, 130);
    QCOMPARE(cancelled.output, QByteArray());
}

QTEST_GUILESS_MAIN(tst_SuiteVerb)
#include "tst_suiteverb.moc"
