// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requeststore.h"

#include "listjson.h"
#include "statement.h"

namespace Decayscope {

namespace {

std::optional<int> numberAt(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

AssertionOutcome outcomeOf(QChar letter)
{
    return letter == u'p' ? AssertionOutcome::Passed
        : letter == u's'  ? AssertionOutcome::Skipped
                          : AssertionOutcome::Failed;
}

std::vector<AssertionResult> assertionsOf(const QStringList &names, const QString &outcomes)
{
    std::vector<AssertionResult> assertions;
    const auto count = std::min(names.size(), outcomes.size());
    for (qsizetype i = 0; i < count; ++i)
        assertions.push_back({.name = names[i], .outcome = outcomeOf(outcomes[i]), .message = {}});
    return assertions;
}

Result<> readMessages(Connection &connection, RunId run, std::vector<RequestResult> &requests)
{
    Statement select(connection,
        u"SELECT f.position, f.number, m.text FROM run r JOIN assertion_failure f ON f.version = r.version "
        "JOIN failure_message m ON m.id = f.message WHERE r.id = ?");
    if (auto done = select.run(run.value); !done)
        return done;
    while (select.next()) {
        const auto position = static_cast<std::size_t>(select.number64(0));
        const auto number = static_cast<std::size_t>(select.number64(1));
        if (position < requests.size() && number < requests[position].assertions.size())
            requests[position].assertions[number].message = select.text(2);
    }
    return {};
}

} // namespace

Result<std::vector<RequestResult>> readRequests(Connection &connection, RunId run)
{
    Statement select(connection,
        u"SELECT e.name, e.method, e.url, q.status, q.code, q.milliseconds, q.bytes, q.total, q.passed, q.failed, "
        "q.skipped, l.names, q.outcomes FROM run r JOIN request q ON q.version = r.version "
        "JOIN endpoint e ON e.id = q.endpoint JOIN assertion_list l ON l.id = q.assertions "
        "WHERE r.id = ? ORDER BY q.position");
    if (auto done = select.run(run.value); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<RequestResult> requests;
    while (select.next()) {
        requests.push_back({.name = select.text(0),
            .method = select.text(1),
            .url = select.text(2),
            .status = select.text(3),
            .code = numberAt(select, 4),
            .milliseconds = numberAt(select, 5),
            .bytes = numberAt(select, 6),
            .assertions = assertionsOf(listFromJson(select.text(11)), select.text(12)),
            .total = select.integer(7),
            .passed = select.integer(8),
            .failed = select.integer(9),
            .skipped = select.integer(10)});
    }
    return readMessages(connection, run, requests).transform([&] { return std::move(requests); });
}

} // namespace Decayscope
