// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgrestemplate.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <filesystem>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

namespace fs = std::filesystem;

/// Counts up whenever clusters are made otherwise than before.
constexpr QByteArrayView layout("1");

constexpr qint64 longestNote = 4096;

/// For a server that lives for a minute and whose data nobody keeps. Locally, where nobody else is, it trusts: only its
/// own maker gets there.
const QByteArray settings = R"(
listen_addresses = '127.0.0.1,::1'
unix_socket_directories = ''
max_connections = 100
shared_buffers = '32MB'
dynamic_shared_memory_type = mmap
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
min_wal_size = '5MB'
checkpoint_timeout = '1h'
autovacuum = off
jit = off
max_worker_processes = 2
max_logical_replication_workers = 0
max_parallel_workers = 0
temp_file_limit = '1GB'
update_process_title = off
timezone = 'Etc/UTC'
log_timezone = 'Etc/UTC'
)";

/// Made without a running server: initdb, and statements for a server that takes one user and ends.
const QString making = uR"(set -e
programs=$1
settings=$2
statements=$3
"$programs/initdb" -D data -U postgres -E UTF8 --locale=C.UTF-8 --no-sync --wal-segsize=1 \
    --auth-local=trust --auth-host=scram-sha-256
printf '%s' "$settings" >> data/postgresql.conf
printf '%s' "$statements" | "$programs/postgres" --single -D data postgres
chmod -R u+rwX,go+rX data
)"_s;

QString quoted(QString text, QChar mark)
{
    return mark + text.replace(mark, QString(2, mark)) + mark;
}

/// One statement a line, as the server for one user reads them.
QString statements(const DatabaseSpec &spec)
{
    const auto user = quoted(spec.user, u'"');
    return u"CREATE ROLE %1 LOGIN CREATEDB PASSWORD %2;\nCREATE DATABASE %3 OWNER %1;\n"_s.arg(
        user, quoted(spec.password, u'\''), quoted(spec.database, u'"'));
}

/// Everything a template depends on goes into its name.
QString templateFolder(const QString &programs, const QString &cacheFolder, const DatabaseSpec &spec)
{
    const QFileInfo program(programs + u"/postgres");
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto &part : {layout.toByteArray(), programs.toUtf8(), QByteArray::number(program.size()),
             QByteArray::number(program.lastModified().toMSecsSinceEpoch()), settings, making.toUtf8(),
             statements(spec).toUtf8()})
        hash.addData(QByteArray(part + '\n'));
    return cacheFolder + u"/postgres/"_s + QString::fromLatin1(hash.result().toHex().first(24));
}

fs::path pathOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

/// "files bytes" of everything below a folder: what is whole has as much as when it was made.
QByteArray measure(const QString &folder)
{
    std::error_code error;
    qint64 files = 0;
    qint64 bytes = 0;
    for (fs::recursive_directory_iterator entry(pathOf(folder), error), end; !error && entry != end;
        entry.increment(error)) {
        if (!entry->is_regular_file(error))
            continue;
        ++files;
        bytes += static_cast<qint64>(entry->file_size(error));
    }
    return QByteArray::number(files) + ' ' + QByteArray::number(bytes);
}

bool isWhole(const QString &folder)
{
    QFile note(folder + u"/complete");
    return note.open(QIODevice::ReadOnly) && note.read(longestNote) == measure(folder + u"/data");
}

std::unexpected<Error> notMade(const QString &what, const QString &evidence)
{
    return failure(ErrorKind::Internal,
        u"The database cluster that runs are given copies of could not be made: %1"_s.arg(what), evidence);
}

/// The cluster as a sandbox made it: a folder in `folder`.
Result<> makeCluster(Sandbox &sandbox, const RunFolder &folder, const QString &programs, const DatabaseSpec &spec,
    const Progress &progress)
{
    SessionSpec world{.workspace = folder.path()};
    auto session = sandbox.open(world);
    if (!session)
        return std::unexpected(std::move(session.error()));
    CommandSpec command{.command
        = {u"/bin/sh"_s, u"-c"_s, making, u"template"_s, programs, QString::fromUtf8(settings), statements(spec)}};
    const auto report = runCommand(**session, command, progress);
    if (!report)
        return std::unexpected(report.error());
    if (!report->isSuccess())
        return notMade(report->message, QString::fromUtf8(report->output));
    return {};
}

Result<> checkVersion(const QString &data)
{
    QFile version(data + u"/PG_VERSION");
    if (!version.open(QIODevice::ReadOnly))
        return notMade(u"it names no version."_s, version.errorString());
    const auto text = QString::fromLatin1(version.read(16)).trimmed();
    if (text.section(u'.', 0, 0).toInt() >= 16)
        return {};
    return failure(ErrorKind::NotFound,
        u"Only PostgreSQL %1 is installed; runs need 16 or newer. On Debian 13, ./bootstrap evaluation installs it."_s
            .arg(text));
}

/// Puts the cluster where runs find it; the note that it is whole comes last.
Result<> keepCluster(const QString &data, const QString &folder)
{
    std::error_code error;
    const QString half = folder + u".half-"_s + QString::number(QRandomGenerator::global()->generate64(), 16);
    fs::create_directories(pathOf(half), error);
    fs::copy(
        pathOf(data), pathOf(half + u"/data"), fs::copy_options::recursive | fs::copy_options::copy_symlinks, error);
    QFile note(half + u"/complete");
    const bool isNoted
        = !error && note.open(QIODevice::WriteOnly) && note.write(measure(half + u"/data")) > 0 && note.flush();
    note.close();
    std::error_code ignored;
    fs::remove_all(pathOf(folder), ignored);
    if (isNoted)
        fs::rename(pathOf(half), pathOf(folder), error);
    if (isNoted && !error)
        return {};
    fs::remove_all(pathOf(half), ignored);
    return failure(ErrorKind::Unreadable, u"The database cluster cannot be kept at %1. Is the disk full?"_s.arg(folder),
        QString::fromStdString(error.message()));
}

/// Pieces that programs killed at work left behind; the lock is held, so nobody is at work.
void clearHalves(const QString &folder)
{
    const QFileInfo place(folder);
    QDir around(place.path());
    const auto halves = around.entryList({place.fileName() + u".half-*"}, QDir::Dirs);
    std::error_code ignored;
    for (const auto &half : halves)
        fs::remove_all(pathOf(around.filePath(half)), ignored);
}

Result<> makeTemplate(Sandbox &sandbox, const QString &programs, const QString &folder, const DatabaseSpec &spec,
    const Progress &progress)
{
    clearHalves(folder);
    auto place = sandbox.makeFolder();
    if (!place)
        return std::unexpected(std::move(place.error()));
    if (auto made = makeCluster(sandbox, **place, programs, spec, progress); !made)
        return made;
    const QString data = (*place)->path() + u"/data"_s;
    if (auto checked = checkVersion(data); !checked)
        return checked;
    return keepCluster(data, folder);
}

} // namespace

Result<PostgresTemplate> postgresTemplate(Sandbox &sandbox, const QString &programs, const QString &cacheFolder,
    const DatabaseSpec &spec, const Progress &progress)
{
    const auto folder = templateFolder(programs, cacheFolder, spec);
    QDir().mkpath(folder.left(folder.lastIndexOf(u'/')));
    for (int tries = 0; tries < 3; ++tries) {
        auto reading = FileLock::take(folder + u".lock", FileLock::Kind::Shared, progress);
        if (!reading)
            return std::unexpected(std::move(reading.error()));
        if (isWhole(folder))
            return PostgresTemplate{.data = folder + u"/data", .lock = std::move(*reading)};
        reading = failure(ErrorKind::Busy, {}); // Lets the lock go.
        const auto writing = FileLock::take(folder + u".lock", FileLock::Kind::Exclusive, progress);
        if (!writing)
            return std::unexpected(writing.error());
        if (isWhole(folder))
            continue; // Somebody else was faster.
        if (auto made = makeTemplate(sandbox, programs, folder, spec, progress); !made)
            return std::unexpected(std::move(made.error()));
    }
    return notMade(u"it changes all the time."_s, folder);
}

void forgetPostgresTemplate(const QString &programs, const QString &cacheFolder, const DatabaseSpec &spec)
{
    QFile::remove(templateFolder(programs, cacheFolder, spec) + u"/complete");
}

} // namespace Decayscope
