// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newmanjsonreader.h"

#include "jsonparser.h"
#include "jsontext.h"
#include "runfiles.h"

#include <simdjson.h>

#include <algorithm>
#include <limits>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;

std::optional<int> numberAt(const dom::element &object, std::string_view key)
{
    double number = 0;
    if (object[key].get_double().get(number) != simdjson::SUCCESS || !(number >= 0)
        || number > std::numeric_limits<int>::max())
        return {};
    return static_cast<int>(number);
}

/// The texts of a list joined; items of `{key, value}` become `key=value`.
QString joinedAt(const dom::element &object, std::string_view key, QChar separator)
{
    dom::array items;
    if (object[key].get_array().get(items) != simdjson::SUCCESS)
        return stringAt(object, key);
    QStringList texts;
    for (const auto item : items) {
        std::string_view text;
        texts.append(item.get_string().get(text) == simdjson::SUCCESS
                ? searchable(text)
                : QString(stringAt(item, "key") + u'=' + stringAt(item, "value")));
    }
    return texts.join(separator);
}

/// Newman writes a resolved address in its parts.
QString urlOf(const dom::element &request)
{
    dom::element url;
    if (request["url"].get(url) != simdjson::SUCCESS)
        return {};
    if (url.is_string())
        return stringAt(request, "url");
    const auto protocol = stringAt(url, "protocol");
    const auto port = stringAt(url, "port");
    const auto query = joinedAt(url, "query", u'&');
    QString text = protocol.isEmpty() ? QString() : QString(protocol + QLatin1StringView("://"));
    text += joinedAt(url, "host", u'.');
    if (!port.isEmpty())
        text += u':' + port;
    text += u'/' + joinedAt(url, "path", u'/');
    if (!query.isEmpty())
        text += u'?' + query;
    return text;
}

QString errorText(const dom::element &error)
{
    const auto message = stringAt(error, "message");
    return messageOf(message.isEmpty() ? stringAt(error, "code") : message);
}

AssertionResult assertionOf(const dom::element &value)
{
    AssertionResult result{.name = stringAt(value, "assertion"), .outcome = AssertionOutcome::Passed, .message = {}};
    dom::element error;
    bool isSkipped = false;
    if (value["error"].get(error) == simdjson::SUCCESS && !error.is_null()) {
        result.outcome = AssertionOutcome::Failed;
        result.message = errorText(error);
    } else if (value["skipped"].get_bool().get(isSkipped) == simdjson::SUCCESS && isSkipped) {
        result.outcome = AssertionOutcome::Skipped;
    }
    return result;
}

/// The member "run" of the report; of one that breaks off in it, all there is of it.
QByteArrayView runIn(QByteArrayView bytes, const JsonOutline &whole)
{
    for (const auto &[key, value] : whole.members) {
        if (key == "run")
            return value.in(bytes);
    }
    const auto &last = whole.members;
    const auto from = last.empty() ? 0 : last.back().value.offset + last.back().value.length;
    const auto key = bytes.indexOf("\"run\"", from);
    const auto start = key < 0 ? key : bytes.indexOf('{', key);
    return start < 0 ? QByteArrayView() : bytes.sliced(start);
}

class ReportReader
{
public:
    NewmanReading run(QByteArrayView bytes);

private:
    void readExecution(QByteArrayView text);
    void readResponse(const dom::element &execution, RequestResult &request);
    void noteScriptErrors(const dom::element &execution, const QString &name);
    void warnAboutExecutions();

    JsonParser m_parser;
    NewmanReading m_reading;
    int m_unreadable = 0;
    int m_unanswered = 0;
    QString m_firstUnanswered;
    int m_brokenScripts = 0;
    QString m_firstBrokenScript;
};

NewmanReading ReportReader::run(QByteArrayView bytes)
{
    const auto whole = outlineOf(bytes, {});
    const auto text = runIn(bytes, whole);
    if (text.isEmpty()) {
        m_reading.warnings.append(QStringLiteral("The report has no \"run\": it is no report of Newman."));
        return std::move(m_reading);
    }
    const auto outline = outlineOf(text, "executions");
    for (const auto &item : outline.items) {
        if (m_reading.requests.size() >= maxReportRequests)
            break;
        readExecution(item.in(text));
    }
    if (!whole.isComplete)
        m_reading.warnings.append(
            QStringLiteral("The report breaks off or is no valid JSON; what could be read counts."));
    warnAboutExecutions();
    return std::move(m_reading);
}

void ReportReader::readExecution(QByteArrayView text)
{
    auto padded = roomFor(text.size());
    padded.append(text);
    dom::element execution;
    if (m_parser.parse(padded, execution) == JsonState::Unreadable || !execution.is_object()) {
        ++m_unreadable;
        return;
    }
    RequestResult request;
    dom::element part;
    if (execution["item"].get(part) == simdjson::SUCCESS)
        request.name = stringAt(part, "name");
    if (execution["request"].get(part) == simdjson::SUCCESS) {
        request.method = stringAt(part, "method");
        request.url = urlOf(part);
    }
    readResponse(execution, request);
    noteScriptErrors(execution, request.name);
    dom::array assertions;
    if (execution["assertions"].get_array().get(assertions) == simdjson::SUCCESS) {
        for (const auto assertion : assertions)
            request.assertions.push_back(assertionOf(assertion));
    }
    countAssertions(request);
    m_reading.requests.push_back(std::move(request));
}

void ReportReader::readResponse(const dom::element &execution, RequestResult &request)
{
    dom::element part;
    if (execution["response"].get(part) == simdjson::SUCCESS && part.is_object()) {
        request.status = stringAt(part, "status");
        request.code = numberAt(part, "code");
        request.milliseconds = numberAt(part, "responseTime");
        request.bytes = numberAt(part, "responseSize");
        return;
    }
    if (execution["requestError"].get(part) != simdjson::SUCCESS || part.is_null())
        return;
    if (m_unanswered++ > 0)
        return;
    m_firstUnanswered = QStringList{stringAt(part, "syscall"), stringAt(part, "code"), stringAt(part, "message")}
                            .join(u' ')
                            .simplified();
}

void ReportReader::noteScriptErrors(const dom::element &execution, const QString &name)
{
    for (const auto *key : {"prerequestScript", "testScript"}) {
        dom::array scripts;
        if (execution[key].get_array().get(scripts) != simdjson::SUCCESS)
            continue;
        for (const auto script : scripts) {
            dom::element error;
            if (script["error"].get(error) != simdjson::SUCCESS || error.is_null())
                continue;
            if (m_brokenScripts++ == 0)
                m_firstBrokenScript = QStringLiteral("\"%1\": %2").arg(name, errorText(error));
        }
    }
}

void ReportReader::warnAboutExecutions()
{
    auto &warnings = m_reading.warnings;
    if (m_reading.requests.empty())
        warnings.append(QStringLiteral("The report holds no request."));
    if (m_unreadable > 0)
        warnings.append(QStringLiteral("%1 requests of the report cannot be read and are left out.").arg(m_unreadable));
    if (m_unanswered > 0)
        warnings.append(
            QStringLiteral("%1 requests got no answer; the first: %2.").arg(m_unanswered).arg(m_firstUnanswered));
    if (m_brokenScripts > 0)
        warnings.append(QStringLiteral("%1 test scripts broke off, so that assertions may be missing; the first in %2.")
                .arg(m_brokenScripts)
                .arg(m_firstBrokenScript));
}

} // namespace

NewmanReading readNewmanJson(QByteArrayView bytes)
{
    return ReportReader().run(bytes);
}

} // namespace Decayscope
