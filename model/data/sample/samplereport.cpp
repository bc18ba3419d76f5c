// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplereport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

constexpr QByteArrayView header
    = "iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,"
      "failed,skipped,totalAssertions,executedCount,failedCount,skippedCount\n";

QByteArray cell(const QString &text)
{
    return '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

QByteArray cell(qsizetype number)
{
    return '"' + QByteArray::number(number) + '"';
}

QByteArray row(const SampleAnswer &answer)
{
    QByteArray line = "\"1\",\"Conduit\"," + cell(answer.name) + ",\"" + answer.request.method
        + "\",\"http://conduit:8080/api" + answer.request.path + "\",";
    if (answer.code == 0)
        line += ",,,,";
    else
        line += '"' + QByteArray(reasonPhrase(answer.code)) + "\"," + cell(answer.code) + ','
            + cell(answer.milliseconds) + ',' + cell(answer.bytes) + ',';
    return line + cell(answer.passed.join(u", ")) + ',' + cell(answer.failed.join(u", ")) + ",,"
        + cell(answer.passed.size() + answer.failed.size()) + ',' + cell(answer.passed.size()) + ','
        + cell(answer.failed.size()) + ",\"0\"\n";
}

/// The property that an assertion's name puts in double quotes.
QString quotedIn(const QString &name)
{
    return name.section(u'"', 1, 1);
}

/// The value that an assertion looks into, as far as its message shows it.
QString shownValue(int code)
{
    if (code == 500)
        return QStringLiteral("{ message: 'Internal Server Error' }");
    return code == 401 || code == 404 ? QStringLiteral("{ errors: { …(1) } }") : QStringLiteral("undefined");
}

QString messageOf(const QString &assertion, int code)
{
    if (code == 0)
        return QStringLiteral("expected a response but the connection was refused");
    if (assertion.startsWith(u"Response code"))
        return u"expected " % QString::number(code) % u" to equal 200";
    if (assertion.endsWith(u"rray"))
        return QStringLiteral("expected undefined to be an array");
    if (assertion.endsWith(u"integer"))
        return QStringLiteral("expected NaN to be an integer");
    if (assertion.endsWith(u"is true") || assertion.endsWith(u"is false"))
        return u"expected undefined to equal " % assertion.section(u' ', -1);
    if (assertion.endsWith(u"greater than 0"))
        return QStringLiteral("expected 0 to be above 0");
    if (assertion.startsWith(u"Global"))
        return QStringLiteral("expected undefined to be a string");
    // Inside of the body nothing is left to show once the body is another.
    const auto value = assertion.startsWith(u"Response") ? shownValue(code) : QStringLiteral("undefined");
    return u"expected " % value % u" to have property '" % quotedIn(assertion) % u'\'';
}

QJsonObject execution(const SampleAnswer &answer)
{
    QJsonArray assertions;
    for (const auto &name : answer.failed)
        assertions.append(QJsonObject{{QStringLiteral("assertion"), name},
            {QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), messageOf(name, answer.code)}}}});
    return {{QStringLiteral("item"), QJsonObject{{QStringLiteral("name"), answer.name}}},
        {QStringLiteral("assertions"), assertions}};
}

} // namespace

QByteArray sampleReport(const std::vector<SampleAnswer> &answers)
{
    auto report = header.toByteArray();
    for (const auto &answer : answers)
        report += row(answer);
    return report;
}

QByteArray sampleFailureReport(const std::vector<SampleAnswer> &answers)
{
    QJsonArray executions;
    for (const auto &answer : answers)
        executions.append(execution(answer));
    const QJsonObject run{{QStringLiteral("executions"), executions}};
    return QJsonDocument(QJsonObject{{QStringLiteral("run"), run}}).toJson(QJsonDocument::Compact);
}

} // namespace Decayscope
