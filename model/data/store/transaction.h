// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"

namespace Decayscope {

/// A writing transaction that rolls back unless committed. It takes the write lock at once, so that two writers wait
/// for each other instead of failing half-way.
class Transaction
{
public:
    /// Waits for another writer as long as the connection allows. Errors: Busy, ReadOnly.
    [[nodiscard]] static Result<Transaction> begin(Connection &connection);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Connection &connection);

    Connection *m_connection; ///< Null when there is nothing to roll back.
};

/// Asks several questions as one: a reading transaction makes them all see the same moment.
template <typename Questions>
[[nodiscard]] auto readAtOnce(Connection &connection, Questions questions) -> decltype(questions())
{
    if (auto begun = connection.execute(QStringLiteral("BEGIN")); !begun)
        return std::unexpected(std::move(begun.error()));
    auto answer = questions();
    auto ended = connection.execute(QStringLiteral("ROLLBACK"));
    if (answer && !ended)
        return std::unexpected(std::move(ended.error()));
    return answer;
}

} // namespace Decayscope
