// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suiteserving.h"

#include "suiteprocess.h"

#include <domain/evaluationjson.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <sys/prctl.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Writes lines to standard output, at once.
void say(const QJsonObject &object)
{
    const auto text = line(object);
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

QJsonObject targetObject(const SuiteTarget &target)
{
    QJsonObject variables;
    for (const auto &[name, value] : target.variables)
        variables.insert(name, value);
    return {{u"base_url"_s, target.baseUrl}, {u"variables"_s, variables},
        {u"timeout"_s, static_cast<qint64>(target.timeout.count())},
        {u"longest"_s, static_cast<qint64>(target.longest.count())}, {u"longest_body"_s, target.longestBody},
        {u"kept_body"_s, target.keptBody}, {u"redirects"_s, target.redirects}};
}

SuiteTarget targetFrom(const QJsonObject &object)
{
    SuiteTarget target;
    target.baseUrl = object[u"base_url"].toString();
    const auto variables = object[u"variables"].toObject();
    for (auto value = variables.begin(); value != variables.end(); ++value)
        target.variables.emplace(value.key(), value->toString());
    target.timeout = std::chrono::milliseconds(object[u"timeout"].toInteger(target.timeout.count()));
    target.longest = std::chrono::milliseconds(object[u"longest"].toInteger(target.longest.count()));
    target.longestBody = object[u"longest_body"].toInteger(target.longestBody);
    target.keptBody = object[u"kept_body"].toInteger(target.keptBody);
    target.redirects = object[u"redirects"].toInt(target.redirects);
    return target;
}

Result<QJsonObject> answerTo(const SuiteJob &job)
{
    if (!job.suite) {
        return probe(job.target.baseUrl, job.target.timeout, Progress()).transform([](int status) {
            return QJsonObject{{u"status"_s, status}};
        });
    }
    const auto sink = [](int index, const HttpExchange &exchange) {
        say({{u"index"_s, index}, {u"exchange"_s, toJson(exchange)}});
    };
    return runSuite(*job.suite, job.target, Progress(), sink).transform([](SuiteResult result) {
        result.exchanges.clear(); // said already
        return QJsonObject{{u"result"_s, toJson(result)}};
    });
}

} // namespace

QByteArray suiteJobDocument(const SuiteJob &job)
{
    QJsonObject object{{u"target"_s, targetObject(job.target)}};
    if (job.suite)
        object.insert(u"suite"_s, QString::fromUtf8(suiteDocument(*job.suite)));
    return line(object);
}

Result<SuiteJob> readSuiteJob(QByteArrayView document)
{
    const auto object = QJsonDocument::fromJson(document.toByteArray()).object();
    if (!object.contains(u"target"))
        return failure(
            ErrorKind::InvalidInput, u"decayscope-suite is started by decayscope, which tells it what to do."_s);
    SuiteJob job{.suite = {}, .target = targetFrom(object[u"target"].toObject())};
    if (object.contains(u"suite")) {
        auto suite = readSuite(object[u"suite"].toString().toUtf8(), u"the suite at hand"_s);
        if (!suite)
            return std::unexpected(std::move(suite.error()));
        job.suite = *std::move(suite);
    }
    return job;
}

QJsonObject errorObject(const Error &error)
{
    return {{u"kind"_s, static_cast<int>(error.kind)}, {u"message"_s, error.message}, {u"evidence"_s, error.evidence}};
}

Error errorFromObject(const QJsonObject &object)
{
    const auto kind = object[u"kind"].toInt(static_cast<int>(ErrorKind::Internal));
    return {.kind = static_cast<ErrorKind>(std::clamp(kind, 0, static_cast<int>(ErrorKind::Internal))),
        .message = object[u"message"].toString(),
        .evidence = object[u"evidence"].toString()};
}

int serveSuiteProcess()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); // who started this one waits for it; without them it has no purpose
    int argumentCount = 1;
    std::array name{'d', '\0'};
    std::array<char *, 2> arguments{name.data(), nullptr};
    const QCoreApplication application(argumentCount, arguments.data());

    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const auto job = readSuiteJob(input.readAll());
    const auto answer = job ? answerTo(*job) : std::unexpected(job.error());
    say(answer ? *answer : QJsonObject{{u"error"_s, errorObject(answer.error())}});
    return answer ? 0 : 1;
}

} // namespace Decayscope
