// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetext.h"

#include "codetext.h"
#include "rawtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Decayscope {

namespace {

using Kind = ExchangeLine::Kind;
using Lines = std::vector<ExchangeLine>;

constexpr qsizetype mostBodyLines = 3000;
constexpr qsizetype mostBodyCharacters = qsizetype{400} * 1000;
constexpr std::size_t mostHeaders = 200;
constexpr std::size_t mostChecks = 500;

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::ExchangeText", text);
}

void add(Lines &lines, Kind kind, const QString &text)
{
    lines.push_back({kind, shownLine(text)});
}

void addHeaders(Lines &lines, const HttpMessage &message)
{
    const auto count = std::min(message.headers.size(), mostHeaders);
    for (std::size_t i = 0; i < count; ++i) {
        const auto &[name, value] = message.headers[i];
        add(lines, Kind::Header, QString(QString::fromUtf8(name) % u": " % QString::fromUtf8(value)));
    }
    if (count < message.headers.size())
        add(lines, Kind::Note, say("… and %1 more headers").arg(message.headers.size() - count));
}

void addBodyLines(Lines &lines, const QString &text)
{
    qsizetype at = 0;
    qsizetype shown = 0;
    while (at < text.size() && shown < mostBodyLines && at < mostBodyCharacters) {
        const auto feed = text.indexOf(u'\n', at);
        const auto end = feed < 0 ? text.size() : feed;
        lines.push_back({Kind::Body, shownLine(QStringView(text).sliced(at, end - at))});
        at = end + 1;
        ++shown;
    }
    if (at < text.size())
        add(lines, Kind::Note, say("… more is recorded than can be shown here"));
}

void addBody(Lines &lines, const HttpMessage &message)
{
    if (message.body.isEmpty() && !message.isCut())
        return add(lines, Kind::Note, say("no body"));
    addBodyLines(lines, rawText(message.body));
    const QLocale locale;
    if (message.isCut())
        add(lines, Kind::Note,
            say("… cut: the first %1 of %2")
                .arg(locale.formattedDataSize(message.body.size()), locale.formattedDataSize(message.bodySize)));
}

void addChecks(Lines &lines, const HttpExchange &exchange)
{
    const auto count = std::min(exchange.checks.size(), mostChecks);
    for (std::size_t i = 0; i < count; ++i) {
        const auto &check = exchange.checks[i];
        const auto sign = check.passed ? u"✓ " : u"✗ ";
        add(lines, check.passed ? Kind::Passed : Kind::Failed, QString(sign % check.name));
        if (check.passed)
            continue;
        add(lines, Kind::Failed, QString(u"    " % say("expected  %1").arg(check.expected)));
        add(lines, Kind::Failed, QString(u"    " % say("was       %1").arg(check.actual)));
    }
    if (count < exchange.checks.size())
        add(lines, Kind::Note, say("… and %1 more checks").arg(exchange.checks.size() - count));
}

void addAnswer(Lines &lines, const HttpExchange &exchange)
{
    add(lines, Kind::Heading, say("Answer after %1 ms").arg(exchange.milliseconds));
    if (exchange.status)
        add(lines, Kind::Start, QString(QString::number(*exchange.status) % u' ' % exchange.reason).trimmed());
    if (!exchange.error.isEmpty())
        add(lines, Kind::Note, exchange.error);
    else if (!exchange.status)
        add(lines, Kind::Note, say("no complete answer"));
    addHeaders(lines, exchange.answer);
    if (exchange.status || !exchange.answer.body.isEmpty())
        addBody(lines, exchange.answer);
}

} // namespace

std::vector<ExchangeLine> exchangeLines(const HttpExchange &exchange)
{
    Lines lines;
    if (!exchange.checks.empty()) {
        add(lines, Kind::Heading, say("Checks"));
        addChecks(lines, exchange);
    }
    add(lines, Kind::Heading, say("Request"));
    add(lines, Kind::Start, QString(exchange.method % u' ' % exchange.url));
    addHeaders(lines, exchange.request);
    addBody(lines, exchange.request);
    addAnswer(lines, exchange);
    return lines;
}

QString checkMessage(const CheckResult &check)
{
    return say("expected %1, was %2").arg(check.expected, check.actual);
}

RequestResult reportOf(const HttpExchange &exchange)
{
    RequestResult result{.name = exchange.name,
        .method = exchange.method,
        .url = exchange.url,
        .status = exchange.status ? exchange.reason : QString(),
        .code = exchange.status,
        .milliseconds = exchange.milliseconds,
        .bytes = std::nullopt,
        .assertions = {},
        .total = static_cast<int>(exchange.checks.size())};
    result.assertions.reserve(exchange.checks.size());
    for (const auto &check : exchange.checks) {
        result.assertions.push_back({.name = check.name,
            .outcome = check.passed ? AssertionOutcome::Passed : AssertionOutcome::Failed,
            .message = check.passed ? QString() : checkMessage(check)});
        ++(check.passed ? result.passed : result.failed);
    }
    return result;
}

} // namespace Decayscope
