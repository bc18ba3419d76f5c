// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreignstore.h"

#include "migrations.h"
#include "statement.h"

#include <labels/labelevent.h>

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int mostObjects = 1000; ///< Several times as many as a store has.

/// A length that must not be exceeded.
struct LengthLimit
{
    int schema; ///< Since which the table is there.
    const char16_t *sql; ///< Gives the greatest length.
    qint64 bytes;
    const char16_t *what;
};

constexpr qint64 longName = 4096;
constexpr qint64 longText = 1'048'576;
constexpr qint64 longDocument = 67'108'864;

constexpr LengthLimit lengthLimits[]{
    {1, u"SELECT max(octet_length(scaffold), octet_length(model)) FROM configuration ORDER BY 1 DESC LIMIT 1", longName,
        u"name of a configuration"},
    {1,
        u"SELECT max(octet_length(runtime), octet_length(framework), octet_length(name)) FROM task ORDER BY 1 DESC "
        u"LIMIT 1",
        longName, u"name of a task"},
    {1, u"SELECT max(octet_length(date), coalesce(octet_length(exclusion), 0)) FROM run ORDER BY 1 DESC LIMIT 1",
        longText, u"date or exclusion of a run"},
    {1,
        u"SELECT max(octet_length(origin), octet_length(verifier), octet_length(hash)) FROM run_version ORDER BY 1 "
        u"DESC LIMIT 1",
        longText, u"origin of a run"},
    {1,
        u"SELECT max(octet_length(name), octet_length(method), octet_length(url)) FROM endpoint ORDER BY 1 DESC LIMIT "
        u"1",
        longText, u"name of a request"},
    {1, u"SELECT octet_length(names) FROM assertion_list ORDER BY 1 DESC LIMIT 1", longText, u"list of assertions"},
    {1, u"SELECT octet_length(value) FROM meta ORDER BY 1 DESC LIMIT 1", longText, u"word about the study"},
    {1, u"SELECT octet_length(filter) FROM saved_filter ORDER BY 1 DESC LIMIT 1", longText, u"saved filter"},
    {1, u"SELECT octet_length(name) FROM saved_filter ORDER BY 1 DESC LIMIT 1", longName, u"name of a saved filter"},
    {1, u"SELECT octet_length(started) FROM import ORDER BY 1 DESC LIMIT 1", longName, u"time of an import"},
    {1, u"SELECT octet_length(display_name) FROM style ORDER BY 1 DESC LIMIT 1", longName, u"style"},
    {2, u"SELECT octet_length(text) FROM failure_message ORDER BY 1 DESC LIMIT 1", longDocument,
        u"message of a failure"},
    {3, u"SELECT octet_length(event) FROM label_event ORDER BY 1 DESC LIMIT 1", longestLabelEvent, u"label event"},
    {3, u"SELECT octet_length(content) FROM label_sample ORDER BY 1 DESC LIMIT 1", longDocument, u"sample"},
    {3, u"SELECT octet_length(content) FROM codebook ORDER BY 1 DESC LIMIT 1", longDocument, u"codebook"},
    {4, u"SELECT coalesce(sum(octet_length(content) + coalesce(octet_length(patch), 0)), 0) FROM task_definition",
        4 * longDocument, u"collection of task files"},
};

QString nameOf(const Connection &connection)
{
    return u'"' % QFileInfo(connection.path()).fileName() % u'"';
}

/// Everything in the schema with the words that made it. Only tables and indexes of SQLite's own are left out: a view
/// or trigger of such a name is none.
Result<QStringList> objectsOf(Connection &connection)
{
    Statement select(connection,
        u"SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE NOT coalesce("
        "type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4') AND sql GLOB 'CREATE TABLE *' "
        "OR type = 'index' AND name GLOB 'sqlite_autoindex_*' AND sql IS NULL, 0) LIMIT ?");
    if (auto done = select.run(mostObjects); !done)
        return std::unexpected(std::move(done.error()));
    QStringList objects;
    while (select.next())
        objects.append(QStringList{select.text(0), select.text(1), select.text(2), select.text(3)}.join(u'\n'));
    objects.sort();
    return objects;
}

Result<> checkObjects(Connection &connection, int schema)
{
    auto expected = Connection::inMemory(schema).and_then([](Connection known) { return objectsOf(known); });
    if (!expected)
        return std::unexpected(std::move(expected.error()));
    const auto found = objectsOf(connection);
    if (!found)
        return std::unexpected(found.error());
    if (*found == *expected)
        return {};
    return failure(ErrorKind::Refused,
        nameOf(connection)
            % u" is refused: its tables are not those of a study. Import the results it was made from instead.");
}

Result<> checkStructure(Connection &connection)
{
    Statement check(connection, u"PRAGMA quick_check(1)");
    if (auto done = check.run(); !done)
        return done;
    const auto answer = check.next() ? check.text(0) : QString();
    check.finish();
    if (answer == u"ok")
        return {};
    return failure(ErrorKind::Damaged,
        nameOf(connection) % u" is damaged. Run \"store check\" on it, or take a backup of it.", answer);
}

Result<> checkLengths(Connection &connection, int schema)
{
    for (const auto &limit : lengthLimits) {
        if (limit.schema > schema)
            continue;
        const auto bytes = Statement(connection, limit.sql).number();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (*bytes > limit.bytes)
            return failure(ErrorKind::Refused,
                nameOf(connection) % u" is refused: it holds a " % QStringView(limit.what) % u" of "
                    % QString::number(*bytes) % u" bytes, more than any study has.");
    }
    return {};
}

} // namespace

Result<> checkForeignStore(Connection &connection)
{
    const auto schema = schemaOf(connection);
    if (!schema)
        return std::unexpected(schema.error());
    if (*schema < 1 || *schema > newestSchema())
        return failure(ErrorKind::Damaged, nameOf(connection) % u" has no schema that this program knows.");
    return checkObjects(connection, *schema).and_then([&] { return checkStructure(connection); }).and_then([&] {
        return checkLengths(connection, *schema);
    });
}

} // namespace Decayscope
