// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrations.h"

#include "statement.h"
#include "studymeta.h"
#include "transaction.h"

#include <QDirListing>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Decayscope {

namespace {

/// "Dcay", in the file's header, so that `file` and others can tell a study from other databases.
constexpr qint64 applicationId = 0x44636179;

QStringList migrationFiles()
{
    QStringList files;
    for (const auto &entry : QDirListing(QStringLiteral(":/decayscope/migrations")))
        files.append(entry.filePath());
    files.sort();
    return files;
}

QString quotedName(const Connection &connection)
{
    return u'"' % QFileInfo(connection.path()).fileName() % u'"';
}

Result<> apply(Connection &connection, int schema)
{
    const auto statements = migrationStatements(schema);
    for (const auto &statement : statements) {
        if (auto done = connection.execute(statement); !done)
            return done;
    }
    return connection.execute(u"PRAGMA user_version = " % QString::number(schema));
}

Result<> migrate(Connection &connection)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    // Another process may have been faster: only the number read under the write lock counts.
    const auto schema = schemaOf(connection);
    if (!schema)
        return std::unexpected(schema.error());
    if (auto done = applyMigrations(connection, *schema + 1, newestSchema()); !done)
        return done;
    if (*schema == 0) {
        auto made = connection.execute(u"PRAGMA application_id = " % QString::number(applicationId)).and_then([&] {
            return writeFirstMeta(connection);
        });
        if (!made)
            return made;
    }
    return transaction->commit();
}

Result<> checkFullText(Connection &connection)
{
    const auto found = Statement(connection, u"SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'").number();
    if (!found)
        return std::unexpected(found.error());
    if (*found == 0)
        return failure(ErrorKind::Internal,
            QStringLiteral("The SQLite library of this system lacks full-text search (FTS5). Install a Qt SQLite "
                           "driver that has it."));
    return {};
}

Result<> checkIdentity(Connection &connection, OpenMode mode, int schema)
{
    const auto id = Statement(connection, u"PRAGMA application_id").number();
    if (!id)
        return std::unexpected(id.error());
    const auto tables = Statement(connection, u"SELECT count(*) FROM sqlite_schema").number();
    if (!tables)
        return std::unexpected(tables.error());
    const bool isEmpty = *id == 0 && *tables == 0 && schema == 0;
    if (*id == applicationId || (isEmpty && mode == OpenMode::CreateOrReadWrite))
        return {};
    return failure(ErrorKind::Damaged,
        u"Cannot open " % quotedName(connection) % u". It is a database, but not a Decayscope study.");
}

} // namespace

int newestSchema()
{
    static const auto count = static_cast<int>(migrationFiles().size());
    return count;
}

QStringList migrationStatements(int schema)
{
    QFile file(migrationFiles().at(schema - 1));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto statements = QString::fromUtf8(file.readAll()).split(QLatin1StringView(";\n\n"), Qt::SkipEmptyParts);
    std::ranges::for_each(statements, [](QString &statement) { statement = statement.trimmed(); });
    return statements;
}

Result<> applyMigrations(Connection &connection, int first, int last)
{
    for (int schema = first; schema <= last; ++schema) {
        if (auto done = apply(connection, schema); !done)
            return done;
    }
    return {};
}

Result<int> schemaOf(Connection &connection)
{
    return Statement(connection, u"PRAGMA user_version").number().transform([](qint64 number) {
        return static_cast<int>(number);
    });
}

Result<> checkSchema(Connection &connection, OpenMode mode)
{
    const auto schema = schemaOf(connection);
    if (!schema)
        return std::unexpected(schema.error());
    auto fit = checkIdentity(connection, mode, *schema).and_then([&] { return checkFullText(connection); });
    if (!fit)
        return fit;
    if (*schema == newestSchema())
        return {};
    const QString numbers = u" Decayscope (schema " % QString::number(*schema) % u"; this one knows "
        % QString::number(newestSchema()) % u").";
    if (*schema > newestSchema())
        return failure(
            ErrorKind::TooNew, u"Cannot open " % quotedName(connection) % u". It was written by a newer" % numbers);
    if (mode == OpenMode::Untrusted)
        return {};
    if (mode == OpenMode::ReadOnly)
        return failure(ErrorKind::ReadOnly,
            u"Cannot open " % quotedName(connection) % u" for reading only. It was written by an older" % numbers
                % u" Open it for writing once.");
    return migrate(connection);
}

} // namespace Decayscope
