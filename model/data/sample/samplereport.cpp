// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplereport.h"

#include "samplechance.h"

#include <imports/conduitsuite.h>

namespace Decayscope {

namespace {

constexpr QByteArrayView header
    = "iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,"
      "failed,skipped,totalAssertions,executedCount,failedCount,skippedCount\n";

QByteArray cell(const QString &text)
{
    return '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

struct Answer
{
    const char *status;
    int code;
};

const char *methodOf(const QString &request)
{
    constexpr std::pair<const char *, const char *> verbs[]{{"Register", "POST"}, {"Login", "POST"}, {"Create", "POST"},
        {"Favorite ", "POST"}, {"Follow", "POST"}, {"Update", "PUT"}, {"Delete", "DELETE"}, {"Un", "DELETE"}};
    for (const auto &[start, method] : verbs) {
        if (request.startsWith(QLatin1StringView(start)))
            return method;
    }
    return "GET";
}

Answer answerOf(const char *method, qsizetype failed, SampleChance &chance)
{
    if (failed == 0)
        return method[1] == 'O' ? Answer{"Created", 201} : Answer{"OK", 200};
    return chance.happens(0.5) ? Answer{"Internal Server Error", 500} : Answer{"OK", 200};
}

/// Which of a request's assertions fail: mostly all or none, for later ones use what earlier ones gave.
QStringList failing(const QStringList &assertions, const SampleRun &run, SampleChance &chance)
{
    if (!run.serverStarts)
        return assertions;
    if (!chance.happens((1 - run.share) * 1.15))
        return {};
    return chance.happens(0.75) ? assertions : assertions.mid(assertions.size() / 2);
}

QByteArray row(const SuiteRequest &request, const SampleRun &run, SampleChance &chance)
{
    const auto failed = failing(request.assertions, run, chance);
    const auto passed = request.assertions.first(request.assertions.size() - failed.size());
    const auto *method = methodOf(request.name);
    QByteArray line = "\"1\",\"Conduit\"," + cell(request.name) + ",\"" + method + "\",\"http://conduit:8080/api\",";
    if (run.serverStarts) {
        const auto answer = answerOf(method, failed.size(), chance);
        line += '"' + QByteArray(answer.status) + "\",\"" + QByteArray::number(answer.code) + "\",\""
            + QByteArray::number(chance.between(2, 40)) + "\",\"" + QByteArray::number(chance.between(20, 900)) + "\",";
    } else {
        line += ",,,,";
    }
    return line + cell(passed.join(u", ")) + ',' + cell(failed.join(u", ")) + ",,\""
        + QByteArray::number(request.assertions.size()) + "\",\"" + QByteArray::number(passed.size()) + "\",\""
        + QByteArray::number(failed.size()) + "\",\"0\"\n";
}

} // namespace

QByteArray sampleReport(const SampleRun &run)
{
    SampleChance chance(u"report" % run.key.configuration.scaffold % run.key.configuration.model % run.key.runtime
        % run.key.task % QString::number(run.key.trial));
    auto report = header.toByteArray();
    for (const auto &request : conduitSuite())
        report += row(request, run, chance);
    return report;
}

} // namespace Decayscope
