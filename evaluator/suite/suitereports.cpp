// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suitereports.h"

#include "answerchecks.h"

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView csvHeader = "iteration,collectionName,requestName,method,url,status,code,responseTime,"
                                     "responseSize,executed,failed,skipped,totalAssertions,executedCount,failedCount,"
                                     "skippedCount\n";

/// Quoted unless empty, as the study's reporter writes cells.
QByteArray cell(const QString &text)
{
    if (text.isEmpty())
        return {};
    auto quoted = text;
    quoted.replace(u'"', u"\"\""_s).replace(QChar(u'\0'), u' ');
    return '"' + quoted.toUtf8() + '"';
}

QString answeredNumber(const HttpExchange &exchange, qint64 number)
{
    return exchange.status ? QString::number(number) : QString();
}

QString namesOf(const HttpExchange &exchange, bool passed)
{
    QStringList names;
    for (const auto &check : exchange.checks) {
        if (check.passed == passed)
            names.append(check.name);
    }
    return names.join(u", ");
}

qsizetype passedCount(const HttpExchange &exchange)
{
    return std::ranges::count_if(exchange.checks, &CheckResult::passed);
}

QByteArray csvRow(const HttpExchange &exchange, const QString &collection)
{
    const auto total = static_cast<qsizetype>(exchange.checks.size());
    const auto passed = passedCount(exchange);
    const QByteArrayList cells{cell(u"1"_s), cell(collection), cell(exchange.name), cell(exchange.method),
        cell(exchange.url), cell(exchange.reason), cell(answeredNumber(exchange, exchange.status.value_or(0))),
        cell(answeredNumber(exchange, exchange.milliseconds)), cell(answeredNumber(exchange, exchange.answer.bodySize)),
        cell(namesOf(exchange, true)), cell(namesOf(exchange, false)), {}, cell(QString::number(total)),
        cell(QString::number(passed)), cell(QString::number(total - passed)), cell(u"0"_s)};
    return cells.join(',') + '\n';
}

} // namespace

QByteArray csvReport(const SuiteResult &result, const QString &collection)
{
    auto report = csvHeader.toByteArray();
    for (const auto &exchange : result.exchanges)
        report += csvRow(exchange, collection);
    return report;
}

HttpExchange unansweredExchange(
    const HttpSuite &suite, const SuiteCall &call, const QString &baseUrl, const QString &why)
{
    HttpExchange exchange;
    exchange.group = call.group;
    exchange.name = call.name;
    exchange.method = call.method;
    exchange.url = baseUrl + call.path;
    exchange.error = why;
    exchange.checks.reserve(call.checks.size());
    for (const auto &check : call.checks)
        exchange.checks.push_back(checkAnswer(
            check, {.status = std::nullopt, .body = nullptr, .variables = &suite.variables, .captured = {}}));
    return exchange;
}

SuiteResult unansweredResult(const HttpSuite &suite, const QString &baseUrl, const QString &why)
{
    SuiteResult result{
        .suite = suite.name, .version = suite.version, .baseUrl = baseUrl, .exchanges = {}, .milliseconds = 0};
    result.exchanges.reserve(suite.calls.size());
    for (const auto &call : suite.calls)
        result.exchanges.push_back(unansweredExchange(suite, call, baseUrl, why));
    return result;
}

} // namespace Decayscope
