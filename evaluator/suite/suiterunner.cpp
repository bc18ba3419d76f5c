// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suiterunner.h"

#include "answerchecks.h"
#include "contentcoding.h"
#include "filledtext.h"
#include "httpclient.h"
#include "javascriptvalues.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestKeptText = qsizetype{8} * 1024; ///< Of URLs and header values in the result.

/// Whether a text can stand in a header: no control signs but tabs, nothing beyond Latin-1.
bool fitsHeader(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar sign) { return sign == u'\t' || (sign >= u' ' && sign <= QChar(0xff) && sign != QChar(0x7f)); });
}

HttpMessage keptMessage(const HttpHeaders &headers, const QByteArray &body, qint64 longest)
{
    HttpMessage message{.headers = {},
        .body = body.first(std::min(body.size(), static_cast<qsizetype>(longest))),
        .bodySize = body.size()};
    message.headers.reserve(headers.size());
    for (const auto &[name, value] : headers)
        message.headers.emplace_back(name.left(longestKeptText), value.left(longestKeptText));
    return message;
}

/// A value as a variable: as JavaScript prints it, but an infinite number, which JSON does not have, as null.
QString capturedText(const JsonPlace &place)
{
    return place.kind == JsonKind::Number && std::isinf(place.number) ? u"null"_s : javaScriptText(place);
}

QString baseWithoutSlash(const QString &baseUrl)
{
    return baseUrl.endsWith(u'/') ? baseUrl.chopped(1) : baseUrl;
}

/// One run of a suite against one server.
class SuiteRun
{
public:
    SuiteRun(const HttpSuite &suite, const SuiteTarget &target)
        : m_suite(suite)
        , m_target(target)
        , m_base(baseWithoutSlash(target.baseUrl))
        , m_variables(suite.variables)
    {
        for (const auto &[name, value] : target.variables)
            m_variables.insert_or_assign(name, value);
    }

    Result<HttpExchange> exchange(const SuiteCall &call, const Progress &progress);

private:
    [[nodiscard]] Result<WireRequest> requestOf(const SuiteCall &call) const;
    void keepAnswer(HttpExchange &exchange, const WireAnswer &answer) const;
    QStringList capture(const SuiteCall &call, const JsonBody &body);

    const HttpSuite &m_suite;
    const SuiteTarget &m_target;
    QString m_base;
    std::map<QString, QString> m_variables;
    HttpClient m_client;
};

Result<HttpExchange> SuiteRun::exchange(const SuiteCall &call, const Progress &progress)
{
    HttpExchange exchange;
    exchange.group = call.group;
    exchange.name = call.name;
    exchange.method = call.method;
    exchange.url = filledText(m_base + call.path, m_variables).left(longestKeptText);

    QElapsedTimer clock;
    clock.start();
    const auto request = requestOf(call);
    auto answer = request.and_then([&](const WireRequest &sent) {
        exchange.request = keptMessage(sentHeaders(sent), sent.body.value_or(QByteArray()), m_target.keptBody);
        return m_client.request(sent,
            {.silence = m_target.timeout,
                .whole = m_target.longest,
                .longestBody = m_target.longestBody,
                .redirects = m_target.redirects},
            progress);
    });
    if (!answer && answer.error().kind == ErrorKind::Cancelled)
        return cancelled();
    exchange.milliseconds = static_cast<int>(clock.elapsed());
    if (answer)
        keepAnswer(exchange, *answer);
    else
        exchange.error = answer.error().message;

    const JsonBody body(answer ? bodyText(answer->body, headerValue(answer->headers, "Content-Type")) : QString());
    const CheckedAnswer checked{
        .status = exchange.status, .body = &body, .variables = &m_variables, .captured = capture(call, body)};
    exchange.checks.reserve(call.checks.size());
    for (const auto &check : call.checks)
        exchange.checks.push_back(checkAnswer(check, checked));
    return exchange;
}

/// The call with its variables filled in. Errors: InvalidInput, where they do not fit into address or headers.
Result<WireRequest> SuiteRun::requestOf(const SuiteCall &call) const
{
    auto url = wireUrl(filledText(m_base + call.path, m_variables));
    if (!url)
        return std::unexpected(std::move(url.error()));
    WireRequest request{.method = call.method.toLatin1(), .url = *std::move(url), .headers = {}, .body = {}};
    if (call.body)
        request.body = filledText(*call.body, m_variables).toUtf8();
    for (const auto *headers : {&m_suite.headers, &call.headers}) {
        for (const auto &[name, value] : *headers) {
            const auto text = filledText(value, m_variables);
            if (!fitsHeader(text))
                return failure(
                    ErrorKind::InvalidInput, u"The header \"%1\" cannot be sent with this value."_s.arg(name));
            // The study's runner writes head and body at once, in the body's encoding.
            request.headers.emplace_back(name.toLatin1(), request.body ? text.toUtf8() : text.toLatin1());
        }
    }
    request.headers.emplace_back("User-Agent", "Decayscope");
    request.headers.emplace_back("Accept", "*/*");
    request.headers.emplace_back("Cache-Control", "no-cache");
    return request;
}

void SuiteRun::keepAnswer(HttpExchange &exchange, const WireAnswer &answer) const
{
    exchange.status = answer.status;
    exchange.reason = QString::fromUtf8(answer.reason.left(longestKeptText));
    exchange.answer = keptMessage(answer.headers, answer.body, m_target.keptBody);
}

/// Takes the call's variables from an answer; gives those whose values count as true. A body that is null gives
/// nothing at all, as there the study's scripts end.
QStringList SuiteRun::capture(const SuiteCall &call, const JsonBody &body)
{
    QStringList captured;
    if (body.at({}).kind == JsonKind::Null)
        return captured;
    for (const auto &capture : call.captures) {
        const auto place = body.at(capture.from);
        if (isTruthy(place))
            captured.append(capture.variable);
        if (place.isThere())
            m_variables.insert_or_assign(capture.variable, capturedText(place));
        else if (capture.missing)
            m_variables.insert_or_assign(capture.variable, *capture.missing);
    }
    return captured;
}

} // namespace

Result<SuiteResult> runSuite(
    const HttpSuite &suite, const SuiteTarget &target, const Progress &progress, const ExchangeSink &sink)
{
    if (const auto base = wireUrl(target.baseUrl); !base)
        return std::unexpected(base.error());
    QElapsedTimer clock;
    clock.start();
    SuiteRun run(suite, target);
    SuiteResult result{
        .suite = suite.name, .version = suite.version, .baseUrl = target.baseUrl, .exchanges = {}, .milliseconds = 0};
    result.exchanges.reserve(suite.calls.size());
    for (const auto &call : suite.calls) {
        auto exchange = run.exchange(call, progress);
        if (!exchange)
            return std::unexpected(std::move(exchange.error()));
        result.exchanges.push_back(*std::move(exchange));
        const auto done = static_cast<int>(result.exchanges.size());
        if (sink)
            sink(done - 1, result.exchanges.back());
        progress.report(
            {.done = done, .total = static_cast<qint64>(suite.calls.size()), .bytes = 0, .what = call.name});
    }
    result.milliseconds = clock.elapsed();
    return result;
}

Result<int> probe(const QString &url, std::chrono::milliseconds timeout, const Progress &progress)
{
    auto address = wireUrl(url);
    if (!address)
        return std::unexpected(std::move(address.error()));
    const WireRequest request{.method = "GET",
        .url = *std::move(address),
        .headers = {{"User-Agent", "Decayscope"}, {"Accept", "*/*"}},
        .body = {}};
    HttpClient client;
    constexpr qint64 longest = qint64{1024} * 1024;
    return client
        .request(request, {.silence = timeout, .whole = timeout, .longestBody = longest, .redirects = 10}, progress)
        .transform([](const WireAnswer &answer) { return answer.status; });
}

} // namespace Decayscope
