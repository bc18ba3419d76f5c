// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <suite/suiterunner.h>

#include <QDirIterator>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Decayscope;
using namespace Qt::StringLiterals;

namespace {

/// A copy of the Flask backend, and the server that runs in it: our own code, started as a plain child process.
class FlaskServer
{
public:
    FlaskServer()
    {
        const QString source = u"" DECAYSCOPE_FLASK_BACKEND ""_s;
        QDirIterator files(source, {u"*.py"_s}, QDir::Files);
        while (files.hasNext())
            copy(files.nextFileInfo());
    }

    ~FlaskServer()
    {
        m_process.kill();
        m_process.waitForFinished(-1);
    }

    Q_DISABLE_COPY_MOVE(FlaskServer)

    /// Puts other words in place of some that stand once in a file; whether it could.
    [[nodiscard]] bool change(const QString &name, const QString &find, const QString &replace) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        QString text = QString::fromUtf8(file.readAll());
        file.close();
        if (text.count(find) != 1 || !file.remove() || !file.open(QIODevice::WriteOnly))
            return false;
        return file.write(text.replace(find, replace).toUtf8()) > 0;
    }

    /// Starts it and waits for its first answer; its address, or empty.
    [[nodiscard]] QString start()
    {
        QTcpServer place;
        place.listen(QHostAddress::LocalHost);
        const auto port = place.serverPort();
        place.close();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PORT"_s, QString::number(port));
        m_process.setProcessEnvironment(environment);
        m_process.setWorkingDirectory(m_folder.path());
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(u"python3"_s, {u"app.py"_s});
        const QString base = u"http://localhost:%1/api"_s.arg(port);
        while (m_process.state() != QProcess::NotRunning && !isHealthy(base))
            m_process.waitForFinished(20);
        return m_process.state() == QProcess::Running ? base : QString();
    }

private:
    void copy(const QFileInfo &file) const { QFile::copy(file.filePath(), m_folder.filePath(file.fileName())); }

    static bool isHealthy(const QString &base)
    {
        const auto status = probe(base + u"/health-check", std::chrono::seconds(5), Progress());
        return status && *status == 200;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

QJsonArray defects()
{
    QFile file(u"" DECAYSCOPE_DEEP_DEFECTS ""_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
}

QStringList texts(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries)
        texts.append(entry.toString());
    return texts;
}

/// "19. Name: check" of those that failed.
QStringList failures(const SuiteResult &result)
{
    QStringList lines;
    for (size_t i = 0; i < result.exchanges.size(); ++i) {
        const HttpExchange &exchange = result.exchanges.at(i);
        for (const CheckResult &check : exchange.checks) {
            if (!check.passed)
                lines.append(u"%1. %2: %3"_s.arg(i + 1).arg(exchange.name, check.name));
        }
    }
    return lines;
}

/// "Feed: 12": how many failed in each group that has failures.
QStringList failuresByGroup(const SuiteResult &result)
{
    QStringList groups;
    std::vector<int> counts;
    for (const HttpExchange &exchange : result.exchanges) {
        const auto failed = int(std::ranges::count(exchange.checks, false, &CheckResult::passed));
        if (groups.isEmpty() || groups.back() != exchange.group) {
            groups.append(exchange.group);
            counts.push_back(0);
        }
        counts.back() += failed;
    }
    QStringList lines;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts.at(i) > 0)
            lines.append(u"%1: %2"_s.arg(groups.at(qsizetype(i))).arg(counts.at(i)));
    }
    return lines;
}

} // namespace

class ConduitDeepTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isWellMade();
    void passes();
    void passesAfterTheScoredSuite();
    void defect_data();
    void defect();
    void everyCheckCatchesSomething();

private:
    HttpSuite m_suite;
    QSet<QString> m_caught;
    qsizetype m_defectsSeen = 0;
};

void ConduitDeepTest::initTestCase()
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, u"import flask"_s});
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        QSKIP("Flask for python3 is not installed: ./bootstrap evaluation installs it.");
    const auto suite = builtInSuite(u"conduit-deep"_s);
    QVERIFY2(suite, suite ? "" : qPrintable(suite.error().message));
    m_suite = *suite;
}

/// Names tell checks apart within a request, variables are taken before they are used, and users are the suite's own.
void ConduitDeepTest::isWellMade()
{
    QSet<QString> known;
    for (const auto &[name, value] : m_suite.variables)
        known.insert(name);
    QStringList faults;
    for (const SuiteCall &call : m_suite.calls) {
        QString used = call.path + call.body.value_or(QString());
        for (const auto &[name, value] : call.headers)
            used += value;
        static const QRegularExpression placeholder(u"\\{\\{(\\w+)\\}\\}"_s);
        for (const auto &match : placeholder.globalMatch(used)) {
            if (!known.contains(match.captured(1)))
                faults.append(call.name + u" uses " + match.captured(1));
        }
        for (const SuiteCapture &capture : call.captures)
            known.insert(capture.variable);
        QSet<QString> names;
        for (const SuiteCheck &check : call.checks) {
            if (names.contains(check.name))
                faults.append(call.name + u" has twice " + check.name);
            names.insert(check.name);
        }
        if (call.checks.empty())
            faults.append(call.name + u" checks nothing");
    }
    QCOMPARE(faults, QStringList());
    for (const QString &user : {u"ANN"_s, u"BEN"_s, u"CAT"_s})
        QVERIFY(m_suite.variables.at(user).startsWith(u"deep_"));
    QVERIFY(m_suite.checkCount() >= 250);
}

void ConduitDeepTest::passes()
{
    FlaskServer server;
    const auto result = runSuite(m_suite, {.baseUrl = server.start()}, Progress());
    QVERIFY2(result, result ? "" : qPrintable(result.error().message));
    QCOMPARE(failures(*result), QStringList());
}

void ConduitDeepTest::passesAfterTheScoredSuite()
{
    const auto scored = builtInSuite(u"conduit"_s);
    QVERIFY(scored);
    FlaskServer server;
    const QString base = server.start();
    QVERIFY(runSuite(*scored, {.baseUrl = base}, Progress()));
    const auto result = runSuite(m_suite, {.baseUrl = base}, Progress());
    QVERIFY(result);
    QCOMPARE(failures(*result), QStringList());
}

void ConduitDeepTest::defect_data()
{
    QTest::addColumn<QJsonObject>("defect");
    const QJsonArray rows = defects();
    QVERIFY(!rows.isEmpty());
    for (const auto &row : rows)
        QTest::newRow(qPrintable(row[u"name"_s].toString())) << row.toObject();
}

void ConduitDeepTest::defect()
{
    QFETCH(const QJsonObject, defect);
    FlaskServer server;
    QVERIFY2(server.change(defect[u"file"_s].toString(), defect[u"find"_s].toString(), defect[u"replace"_s].toString()),
        "The words to be changed do not stand in the backend exactly once.");
    const QString base = server.start();
    QVERIFY2(!base.isEmpty(), "The backend does not start.");
    const auto result = runSuite(m_suite, {.baseUrl = base}, Progress());
    QVERIFY(result);
    for (const QString &failure : failures(*result))
        m_caught.insert(failure);
    ++m_defectsSeen;
    QCOMPARE(failuresByGroup(*result), texts(defect[u"fails"_s]));
}

/// No check is there for show: each fails on one of the defects at least.
void ConduitDeepTest::everyCheckCatchesSomething()
{
    if (m_defectsSeen < defects().size())
        QSKIP("Not all defects were run.");
    QStringList idle;
    for (size_t i = 0; i < m_suite.calls.size(); ++i) {
        const SuiteCall &call = m_suite.calls.at(i);
        for (const SuiteCheck &check : call.checks) {
            const QString line = u"%1. %2: %3"_s.arg(i + 1).arg(call.name, check.name);
            if (!m_caught.contains(line))
                idle.append(line);
        }
    }
    QCOMPARE(idle, QStringList());
}

QTEST_GUILESS_MAIN(ConduitDeepTest)

#include "tst_conduitdeep.moc"
