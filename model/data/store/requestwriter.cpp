// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestwriter.h"

namespace Decayscope {

RequestWriter::RequestWriter(Connection &connection)
    : m_endpoints(connection, u"SELECT id FROM endpoint WHERE name = ? AND method = ? AND url = ?",
          u"INSERT INTO endpoint (name, method, url) VALUES (?, ?, ?)")
    , m_assertionLists(connection, u"SELECT id FROM assertion_list WHERE names = ?",
          u"INSERT INTO assertion_list (names) VALUES (?)")
    , m_messages(connection, u"SELECT id FROM failure_message WHERE text = ?",
          u"INSERT INTO failure_message (text) VALUES (?)")
    , m_insertRequest(connection,
          u"INSERT INTO request (version, position, endpoint, status, code, milliseconds, bytes, total, passed, "
          "failed, skipped, assertions, outcomes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_insertFailure(
          connection, u"INSERT INTO assertion_failure (version, position, number, message) VALUES (?, ?, ?, ?)")
{ }

Result<> RequestWriter::write(qint64 version, const std::vector<PreparedRequest> &requests)
{
    int position = 0;
    for (const auto &request : requests) {
        if (auto done = writeOne(version, position++, request); !done)
            return done;
    }
    return {};
}

Result<> RequestWriter::writeOne(qint64 version, int position, const PreparedRequest &request)
{
    const auto &result = request.result;
    const auto endpoint = m_endpoints.id(result.name % fieldSeparator % result.method % fieldSeparator % result.url,
        std::tuple(result.name, result.method, result.url));
    if (!endpoint)
        return std::unexpected(endpoint.error());
    const auto list = m_assertionLists.id(request.assertionNames, std::tuple(request.assertionNames));
    if (!list)
        return std::unexpected(list.error());
    return m_insertRequest
        .run(version, position, *endpoint, result.status, result.code, result.milliseconds, result.bytes, result.total,
            result.passed, result.failed, result.skipped, *list, request.outcomes)
        .and_then([&] { return writeMessages(version, position, request); });
}

Result<> RequestWriter::writeMessages(qint64 version, int position, const PreparedRequest &request)
{
    for (const auto &[number, text] : request.messages) {
        const auto message = m_messages.id(text, std::tuple(text));
        if (!message)
            return std::unexpected(message.error());
        if (auto done = m_insertFailure.run(version, position, number, *message); !done)
            return done;
    }
    return {};
}

void RequestWriter::forget()
{
    m_endpoints.forget();
    m_assertionLists.forget();
    m_messages.forget();
}

} // namespace Decayscope
