// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "statement.h"

#include <QHash>

#include <tuple>

namespace Decayscope {

/// Joins the fields of a cache key; no name holds it.
inline constexpr QChar fieldSeparator = u'\x1f';

/// Finds or inserts rows that many runs share, and remembers their ids.
class SharedRows
{
public:
    SharedRows(Connection &connection, QStringView select, QStringView insert)
        : m_select(connection, select)
        , m_insert(connection, insert)
    { }

    template <typename... Keys>
    [[nodiscard]] Result<qint64> id(const QString &cacheKey, const std::tuple<Keys...> &keys)
    {
        return id(cacheKey, keys, keys);
    }

    template <typename Keys, typename Values>
    [[nodiscard]] Result<qint64> id(const QString &cacheKey, const Keys &keys, const Values &values)
    {
        if (const auto known = m_ids.constFind(cacheKey); known != m_ids.cend())
            return *known;
        auto found = std::apply([this](const auto &...key) { return m_select.number(key...); }, keys);
        if (found && *found == 0) {
            found
                = std::apply([this](const auto &...value) { return m_insert.run(value...); }, values).transform([this] {
                      return m_insert.insertedId();
                  });
        }
        if (found)
            m_ids.insert(cacheKey, *found);
        return found;
    }

    /// After a roll-back the ids may be void.
    void forget() { m_ids.clear(); }

private:
    Statement m_select;
    Statement m_insert;
    QHash<QString, qint64> m_ids;
};

} // namespace Decayscope
