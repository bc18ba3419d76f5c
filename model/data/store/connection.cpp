// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection.h"

#include "migrations.h"
#include "sqlerror.h"
#include "statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <QUuid>

#include <atomic>

namespace Decayscope {

namespace {

QString nextName()
{
    static std::atomic<int> count = 0;
    return u"decayscope-store-" % QString::number(++count);
}

/// A store in WAL mode needs its side files; where its folder cannot be written and there are none, nobody can be
/// writing to it, and SQLite may take the file as it is. Source: sqlite.org/wal.html, "Read-Only Databases".
bool isImmutable(const QString &path)
{
    return !QFileInfo(QFileInfo(path).absolutePath()).isWritable() && !QFileInfo::exists(path % u"-wal");
}

QString immutableUri(const QString &path)
{
    return QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded()) % u"?immutable=1";
}

Result<> checkFile(const QString &path, OpenMode mode)
{
    const QFileInfo file(path);
    const QString name = u'"' % file.fileName() % u'"';
    if (!file.exists())
        return failure(ErrorKind::NotFound,
            u"There is no study at \"" % path % u"\". Check the path, or import results to make one.");
    if (file.isDir())
        return failure(ErrorKind::Unreadable, u"Cannot open \"" % path % u"\". It is a folder, not a study's file.");
    QFile content(path);
    if (!content.open(QIODevice::ReadOnly))
        return failure(
            ErrorKind::Unreadable, u"Cannot open " % name % u". You may not read it.", content.errorString());
    const auto head = content.read(16);
    const auto isEmptyToFill = head.isEmpty() && mode == OpenMode::CreateOrReadWrite;
    if (!isEmptyToFill && head != QByteArrayView("SQLite format 3\0", 16))
        return failure(ErrorKind::Damaged, u"Cannot open " % name % u". It is not a Decayscope study.");
    if (!isForReading(mode) && !file.isWritable())
        return failure(ErrorKind::ReadOnly, u"Cannot change " % name % u". You may read it but not write to it.");
    return {};
}

} // namespace

Connection::Connection(QString name, QString path, bool isReadOnly, int busyMilliseconds)
    : m_name(std::move(name))
    , m_path(std::move(path))
    , m_isReadOnly(isReadOnly)
    , m_busyMilliseconds(busyMilliseconds)
{ }

Connection::Connection(Connection &&other) noexcept
    : m_name(std::exchange(other.m_name, {}))
    , m_path(std::move(other.m_path))
    , m_isReadOnly(other.m_isReadOnly)
    , m_busyMilliseconds(other.m_busyMilliseconds)
{ }

Connection &Connection::operator=(Connection &&other) noexcept
{
    if (this == &other)
        return *this;
    close();
    m_name = std::exchange(other.m_name, {});
    m_path = std::move(other.m_path);
    m_isReadOnly = other.m_isReadOnly;
    m_busyMilliseconds = other.m_busyMilliseconds;
    return *this;
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    if (m_name.isEmpty())
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

QSqlDatabase Connection::database() const
{
    return QSqlDatabase::database(m_name, false);
}

Result<Connection> Connection::open(const QString &path, OpenMode mode, const ConnectionOptions &options)
{
    if (mode == OpenMode::CreateOrReadWrite && !QFileInfo::exists(path)) {
        if (auto made = created(path, options); !made)
            return std::unexpected(std::move(made.error()));
    }
    if (auto fit = checkFile(path, mode); !fit)
        return std::unexpected(std::move(fit.error()));
    auto connection = opened(path, mode, options);
    if (!connection)
        return connection;
    if (auto fit = checkSchema(*connection, mode); !fit)
        return std::unexpected(std::move(fit.error()));
    return connection;
}

Result<Connection> Connection::inMemory(int schema)
{
    return opened(QStringLiteral(":memory:"), OpenMode::ReadWrite, {.busyMilliseconds = 0})
        .and_then([&](Connection connection) {
            return applyMigrations(connection, 1, schema).transform([&] { return std::move(connection); });
        });
}

Result<> Connection::created(const QString &path, const ConnectionOptions &options)
{
    const auto folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Unreadable,
            u"Cannot make the folder \"" % folder % u"\" for the study. Check that you may write there.");
    const QString draft = path % u".new-" % QUuid::createUuid().toString(QUuid::Id128);
    {
        auto connection = opened(draft, OpenMode::CreateOrReadWrite, options);
        if (!connection)
            return std::unexpected(std::move(connection.error()));
        if (auto made = checkSchema(*connection, OpenMode::CreateOrReadWrite); !made) {
            QFile::remove(draft);
            return made;
        }
    }
    // Renaming does not replace: where another process was faster, its store is the one.
    if (!QFile::rename(draft, path)) {
        QFile::remove(draft);
        if (!QFileInfo::exists(path))
            return failure(
                ErrorKind::Unreadable, u"Cannot make the study \"" % path % u"\". Check that you may write there.");
    }
    return {};
}

Result<Connection> Connection::opened(const QString &path, OpenMode mode, const ConnectionOptions &options)
{
    const bool isReadOnly = isForReading(mode);
    const bool immutable = isReadOnly && isImmutable(path);
    QString words = u"QSQLITE_BUSY_TIMEOUT=" % QString::number(options.busyMilliseconds);
    if (isReadOnly)
        words += u";QSQLITE_OPEN_READONLY";
    if (immutable)
        words += u";QSQLITE_OPEN_URI";

    Connection connection(nextName(), path, isReadOnly, options.busyMilliseconds);
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection.m_name);
    if (!database.isValid())
        return failure(
            ErrorKind::Internal, QStringLiteral("Qt's SQLite driver is missing. Install Qt's SQLite plugin."));
    database.setDatabaseName(immutable ? immutableUri(path) : path);
    database.setConnectOptions(words);
    if (!database.open())
        return std::unexpected(storeError(database.lastError(), path));
    if (auto done = connection.configured(mode == OpenMode::Untrusted || !options.trustsSchema); !done)
        return std::unexpected(std::move(done.error()));
    return connection;
}

Result<> Connection::configured(bool isFromElsewhere)
{
    QStringList pragmas{QStringLiteral("foreign_keys = ON"), QStringLiteral("temp_store = MEMORY"),
        QStringLiteral("cache_size = -16384")};
    if (!m_isReadOnly)
        pragmas += {QStringLiteral("journal_mode = WAL"), QStringLiteral("synchronous = NORMAL"),
            QStringLiteral("journal_size_limit = 67108864")};
    // What sqlite.org/security.html advises for files from elsewhere.
    if (isFromElsewhere)
        pragmas += {QStringLiteral("trusted_schema = OFF"), QStringLiteral("cell_size_check = ON"),
            QStringLiteral("mmap_size = 0")};
    for (const auto &pragma : std::as_const(pragmas)) {
        if (auto done = execute(u"PRAGMA " % pragma); !done)
            return done;
    }
    return {};
}

Result<qint64> Connection::dataVersion()
{
    return Statement(*this, u"PRAGMA data_version").number();
}

Result<> Connection::execute(const QString &sql)
{
    return Statement(*this, sql).run();
}

} // namespace Decayscope
