// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "openmode.h"

#include <base/result.h>

#include <QString>

class QSqlDatabase;

namespace Decayscope {

struct ConnectionOptions
{
    int busyMilliseconds = 10'000; ///< How long to wait for another writer.
    bool trustsSchema = true; ///< False for a copy of a store from elsewhere; always so where it is opened Untrusted.
};

/// An open store. It belongs to the thread that opened it, and cleans up after itself.
class Connection
{
public:
    /// Opens a study's file, brings an older schema up to date where it may write, and checks that full-text search is
    /// there. A new file appears under its name only when it is complete.
    /// Errors: NotFound, Unreadable, Damaged (also: no store), TooNew, Busy, ReadOnly.
    [[nodiscard]] static Result<Connection> open(
        const QString &path, OpenMode mode, const ConnectionOptions &options = {});

    /// A study without a file, of an earlier schema where asked for; for comparing.
    [[nodiscard]] static Result<Connection> inMemory(int schema);

    Connection(Connection &&other) noexcept;
    Connection &operator=(Connection &&other) noexcept;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }
    [[nodiscard]] int busyMilliseconds() const { return m_busyMilliseconds; }

    /// Changes whenever another connection has committed; source: sqlite.org/pragma.html#pragma_data_version
    [[nodiscard]] Result<qint64> dataVersion();

    /// Runs one statement that answers nothing.
    [[nodiscard]] Result<> execute(const QString &sql);

    /// The database underneath, for this library's statements.
    [[nodiscard]] QSqlDatabase database() const;

private:
    Connection(QString name, QString path, bool isReadOnly, int busyMilliseconds);

    [[nodiscard]] static Result<Connection> opened(
        const QString &path, OpenMode mode, const ConnectionOptions &options);
    [[nodiscard]] static Result<> created(const QString &path, const ConnectionOptions &options);
    [[nodiscard]] Result<> configured(bool isFromElsewhere);
    void close();

    QString m_name; ///< Of the QSqlDatabase; empty after a move.
    QString m_path;
    bool m_isReadOnly = false;
    int m_busyMilliseconds = 0;
};

} // namespace Decayscope
