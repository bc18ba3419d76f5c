// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oddserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope::Test {

using namespace Qt::StringLiterals;

OddServer::OddServer()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"python3"_s, {QStringLiteral(DECAYSCOPE_ODD_SERVER)});
    while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine())
        m_process.waitForReadyRead(1000);
    m_port = m_process.readLine().trimmed().toInt();
    if (m_port <= 0)
        return;
    const auto rows = fetched(u"/rows"_s);
    for (const auto &row : rows)
        m_rows.append(row[u"name"].toString());
}

OddServer::~OddServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(-1);
}

QString OddServer::baseUrl(const QString &row) const
{
    const auto index = m_rows.indexOf(row);
    return index < 0 ? QString() : u"http://127.0.0.1:%1/%2/api"_s.arg(m_port).arg(index);
}

QStringList OddServer::takeWire(const QString &row) const
{
    const auto number = QString::number(m_rows.indexOf(row));
    QStringList lines;
    const auto wire = fetched(u'/' % number % u"/wire");
    for (const auto &line : wire)
        lines.append(line.toString().replace(u'/' % number % u"/api", u"/N/api"_s));
    return lines;
}

QJsonArray OddServer::fetched(const QString &path) const
{
    HttpSuite suite;
    suite.calls.push_back({.group = {}, .name = {}, .method = u"GET"_s, .path = path, .headers = {}, .body = {}});
    SuiteTarget target;
    target.baseUrl = u"http://127.0.0.1:%1"_s.arg(m_port);
    target.keptBody = target.longestBody;
    const auto result = runSuite(suite, target, Progress());
    return result ? QJsonDocument::fromJson(result->exchanges.front().answer.body).array() : QJsonArray();
}

QStringList printedVerdicts(const SuiteResult &result)
{
    QStringList verdicts;
    for (const auto &exchange : result.exchanges) {
        QString signs;
        for (const auto &check : exchange.checks)
            signs += check.passed ? u'+' : u'-';
        verdicts.append(signs);
    }
    return verdicts;
}

} // namespace Decayscope::Test
