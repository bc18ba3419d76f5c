// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "junitreader.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

/// JUnit's own elements nest to a depth of four or five.
constexpr int maxDepth = 64;

QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    auto text = xml.attributes().value(name).toString();
    return text.replace(QChar(u'\0'), QChar(u' '));
}

class ReportReader
{
public:
    explicit ReportReader(QByteArrayView bytes)
        : m_xml(QByteArray::fromRawData(bytes.data(), bytes.size()))
    { }

    NewmanReading run();

private:
    void readToken();
    void start();
    void end();
    void startSuite();
    void startCase();
    void takeText();
    [[nodiscard]] std::optional<int> suiteTime() const;
    void noteProblem(AssertionOutcome outcome);
    void finishMessage();
    void warnAboutReport();

    QXmlStreamReader m_xml;
    NewmanReading m_reading;
    std::vector<std::size_t> m_openSuites;
    AssertionResult *m_case = nullptr; ///< The open test case.
    QString m_text; ///< Of the open failure.
    int m_depth = 0;
    bool m_takesText = false;
    bool m_isNewman = false;
    bool m_sawRoot = false;
    int m_unanswered = 0;
};

NewmanReading ReportReader::run()
{
    while (!m_xml.atEnd() && m_reading.requests.size() < maxReportRequests) {
        m_xml.readNext();
        readToken();
    }
    for (auto &request : m_reading.requests)
        countAssertions(request);
    std::erase_if(m_reading.requests, [](const RequestResult &r) { return r.name.isEmpty() && r.total == 0; });
    warnAboutReport();
    return std::move(m_reading);
}

void ReportReader::readToken()
{
    switch (m_xml.tokenType()) {
    case QXmlStreamReader::DTD:
        m_xml.raiseError(QStringLiteral("it has a document type, which no report needs"));
        return;
    case QXmlStreamReader::StartElement:
        start();
        return;
    case QXmlStreamReader::EndElement:
        end();
        return;
    case QXmlStreamReader::Characters:
        takeText();
        return;
    default:
        return;
    }
}

void ReportReader::start()
{
    if (++m_depth > maxDepth)
        return m_xml.raiseError(QStringLiteral("its elements nest too deeply"));
    const auto name = m_xml.name();
    if (m_depth == 1)
        m_sawRoot = name == u"testsuites" || name == u"testsuite";
    if (name == u"testsuite")
        startSuite();
    else if (name == u"testcase")
        startCase();
    else if (name == u"failure" || name == u"error")
        noteProblem(AssertionOutcome::Failed);
    else if (name == u"skipped")
        noteProblem(AssertionOutcome::Skipped);
    else if (name == u"system-err" && !m_case && !m_openSuites.empty())
        ++m_unanswered;
}

void ReportReader::end()
{
    --m_depth;
    const auto name = m_xml.name();
    if (name == u"testsuite" && !m_openSuites.empty())
        m_openSuites.pop_back();
    else if (name == u"testcase")
        m_case = nullptr;
    else if (name == u"failure" || name == u"error")
        finishMessage();
}

void ReportReader::startSuite()
{
    m_case = nullptr;
    m_openSuites.push_back(m_reading.requests.size());
    m_reading.requests.push_back({.name = attribute(m_xml, QLatin1StringView("name")), .milliseconds = suiteTime()});
    m_isNewman |= m_xml.attributes().hasAttribute(QLatin1StringView("id"));
}

/// Seconds, but Newman 3 wrote milliseconds and no time stamp.
std::optional<int> ReportReader::suiteTime() const
{
    const auto &attributes = m_xml.attributes();
    bool isNumber = false;
    const auto text = attributes.value(QLatin1StringView("time"));
    const auto time = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(time) || time < 0 || time > 1e6)
        return {};
    const bool isMilliseconds = !text.contains(u'.') && attributes.hasAttribute(QLatin1StringView("id"))
        && !attributes.hasAttribute(QLatin1StringView("timestamp"));
    return static_cast<int>(std::lround(isMilliseconds ? time : time * 1000));
}

void ReportReader::startCase()
{
    if (m_openSuites.empty())
        return;
    auto &assertions = m_reading.requests[m_openSuites.back()].assertions;
    assertions.push_back(
        {.name = attribute(m_xml, QLatin1StringView("name")), .outcome = AssertionOutcome::Passed, .message = {}});
    m_case = &assertions.back();
}

void ReportReader::noteProblem(AssertionOutcome outcome)
{
    if (!m_case)
        return;
    m_case->outcome = outcome;
    if (outcome != AssertionOutcome::Failed || !m_case->message.isEmpty())
        return;
    m_case->message = messageOf(attribute(m_xml, QLatin1StringView("message")));
    m_text.clear();
    m_takesText = m_case->message.isEmpty();
}

void ReportReader::takeText()
{
    if (m_takesText && m_text.size() <= maxMessageLength)
        m_text += m_xml.text();
}

void ReportReader::finishMessage()
{
    if (m_takesText && m_case)
        m_case->message = messageOf(m_text.replace(QChar(u'\0'), QChar(u' ')));
    m_takesText = false;
}

void ReportReader::warnAboutReport()
{
    auto &warnings = m_reading.warnings;
    if (m_xml.hasError())
        warnings.append(QStringLiteral("The report cannot be read to its end: line %1, %2.")
                .arg(m_xml.lineNumber())
                .arg(m_xml.errorString()));
    if (!m_sawRoot || m_reading.requests.empty())
        warnings.append(QStringLiteral("The report holds no test suite."));
    if (m_unanswered > 0)
        warnings.append(QStringLiteral("%1 requests report errors of their own, such as no answer.").arg(m_unanswered));
    if (m_isNewman)
        warnings.append(QStringLiteral("Newman's JUnit report merges the iterations of a request and its assertions of "
                                       "one name, and hides failures that later passed."));
}

} // namespace

NewmanReading readJunit(QByteArrayView bytes)
{
    return ReportReader(bytes).run();
}

} // namespace Decayscope
