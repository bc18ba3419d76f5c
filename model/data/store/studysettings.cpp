// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studysettings.h"

#include "filterjson.h"
#include "statement.h"

namespace Decayscope {

Result<std::vector<ConfigurationStyle>> readStyles(Connection &connection)
{
    Statement select(
        connection, u"SELECT scaffold, model, display_name, color, line, position FROM style ORDER BY position");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<ConfigurationStyle> styles;
    while (select.next()) {
        styles.push_back({.configuration = {select.text(0), select.text(1)},
            .displayName = select.text(2),
            .color = select.integer(3),
            .line = static_cast<LineStyle>(select.integer(4)),
            .order = select.integer(5)});
    }
    return styles;
}

Result<> writeStyles(Connection &connection, const std::vector<ConfigurationStyle> &styles)
{
    if (auto done = connection.execute(QStringLiteral("DELETE FROM style")); !done)
        return done;
    Statement insert(connection,
        u"INSERT INTO style (scaffold, model, display_name, color, line, position) VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto &style : styles) {
        auto done = insert.run(style.configuration.scaffold, style.configuration.model, style.displayName, style.color,
            static_cast<int>(style.line), style.order);
        if (!done)
            return done;
    }
    return {};
}

Result<std::vector<SavedFilter>> readSavedFilters(Connection &connection)
{
    Statement select(connection, u"SELECT name, filter FROM saved_filter ORDER BY position");
    if (auto done = select.run(); !done)
        return std::unexpected(std::move(done.error()));
    std::vector<SavedFilter> filters;
    while (select.next())
        filters.push_back({select.text(0), filterFromJson(select.text(1))});
    return filters;
}

Result<> writeSavedFilters(Connection &connection, const std::vector<SavedFilter> &filters)
{
    if (auto done = connection.execute(QStringLiteral("DELETE FROM saved_filter")); !done)
        return done;
    Statement insert(connection, u"INSERT INTO saved_filter (name, position, filter) VALUES (?, ?, ?)");
    int position = 0;
    for (const auto &saved : filters) {
        if (auto done = insert.run(saved.name, position++, filterToJson(saved.filter)); !done)
            return done;
    }
    return {};
}

} // namespace Decayscope
