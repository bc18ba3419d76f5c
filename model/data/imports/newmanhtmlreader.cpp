// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "newmanhtmlreader.h"

#include "markuptokens.h"

#include <QHash>

namespace Decayscope {

namespace {

constexpr QByteArrayView requestLink{"#requestData-"};
constexpr QByteArrayView failureLink{"#failureData-"};
constexpr QByteArrayView originLink{"#collapse-request-"};

/// Follows the page: links name requests and failures, and pairs of cells describe a failure.
class FailureScraper
{
public:
    NewmanReading run(QByteArrayView page);

private:
    void takeTag(const MarkupTokens &tokens);
    void takeText(const QString &text);
    void finishFailure();

    enum class Expected : quint8 { Nothing, RequestName, FailureTitle, Description };

    NewmanReading m_reading;
    QHash<QByteArray, std::size_t> m_requests; ///< By the id in their links.
    Expected m_expected = Expected::Nothing;
    QByteArray m_link;
    std::optional<AssertionResult> m_failure; ///< The open one.
    int m_homeless = 0;
};

NewmanReading FailureScraper::run(QByteArrayView page)
{
    MarkupTokens tokens(page);
    for (auto kind = tokens.next(); kind != MarkupTokens::Kind::End; kind = tokens.next()) {
        if (kind == MarkupTokens::Kind::Tag)
            takeTag(tokens);
        else if (m_expected != Expected::Nothing || m_failure)
            takeText(tokens.text());
        if (m_reading.requests.size() >= maxReportRequests)
            break;
    }
    for (auto &request : m_reading.requests)
        countAssertions(request);
    if (m_homeless > 0)
        m_reading.warnings.append(
            QStringLiteral("%1 failures of the report belong to no request of it.").arg(m_homeless));
    return std::move(m_reading);
}

void FailureScraper::takeTag(const MarkupTokens &tokens)
{
    if (tokens.tag() != "a")
        return;
    const auto link = tokens.attribute("href");
    if (link.startsWith(requestLink)) {
        m_link = link.sliced(requestLink.size()).toByteArray();
        m_expected = Expected::RequestName;
    } else if (link.startsWith(failureLink)) {
        m_failure.reset();
        m_expected = Expected::FailureTitle;
    } else if (link.startsWith(originLink) && m_failure) {
        m_link = link.sliced(originLink.size()).toByteArray();
        finishFailure();
    }
}

void FailureScraper::takeText(const QString &text)
{
    switch (std::exchange(m_expected, Expected::Nothing)) {
    case Expected::Nothing:
        if (text == u"Description")
            m_expected = Expected::Description;
        return;
    case Expected::RequestName:
        m_requests.insert(m_link, m_reading.requests.size());
        m_reading.requests.push_back({.name = text});
        return;
    case Expected::FailureTitle: {
        // "AssertionError: name"
        const auto colon = text.indexOf(u": ");
        m_failure
            = {.name = colon < 0 ? text : text.sliced(colon + 2), .outcome = AssertionOutcome::Failed, .message = {}};
        return;
    }
    case Expected::Description:
        if (m_failure)
            m_failure->message = messageOf(text);
        return;
    }
}

void FailureScraper::finishFailure()
{
    const auto request = m_requests.constFind(m_link);
    if (request == m_requests.cend())
        ++m_homeless;
    else
        m_reading.requests[*request].assertions.push_back(std::move(*m_failure));
    m_failure.reset();
}

} // namespace

NewmanReading readNewmanHtml(QByteArrayView bytes)
{
    return FailureScraper().run(bytes);
}

} // namespace Decayscope
