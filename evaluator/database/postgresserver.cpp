// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postgresserver.h"

#include "postgrestemplate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <fcntl.h>
#include <unistd.h>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView readiness("the database takes connections");
constexpr std::chrono::seconds longestStart(60);
constexpr qint64 keptLog = qint64{256} * 1024; ///< Of each end.
constexpr qint64 longestCluster = qint64{1024} * 1024 * 1024;

/// The server with its log in a file: a full pipe would stop it. It is ready when a client was let in, not before.
const QString serving = uR"(programs=$1 port=$2 user=$3 database=$4
cd /var/lib/postgresql || exit 1
chmod 700 data || exit 1
"$programs/postgres" -D data -p "$port" >log/server.log 2>&1 &
server=$!
until "$programs/psql" -h 127.0.0.1 -p "$port" -U "$user" -d "$database" -Atqc 'select 1' >/dev/null 2>&1; do
    kill -0 $server 2>/dev/null || { wait $server; exit $?; }
    sleep 0.02
done
echo 'the database takes connections'
wait $server
)"_s;

SandboxLimits serverLimits()
{
    SandboxLimits limits;
    limits.memoryBytes = qint64{2} * 1024 * 1024 * 1024;
    limits.processes = 256;
    limits.cpu = std::chrono::hours(24);
    limits.wall = std::chrono::hours(24); // It goes with the run, which has limits of its own.
    return limits;
}

/// A file's beginning and end. Whoever writes it may have put something else in its place.
QByteArray readLog(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        if (descriptor >= 0)
            ::close(descriptor);
        return {};
    }
    if (file.isSequential() || file.size() <= 2 * keptLog)
        return file.read(2 * keptLog);
    const auto missing = file.size() - 2 * keptLog;
    QByteArray log = file.read(keptLog) + "\n[… " + QByteArray::number(missing) + " bytes …]\n";
    file.seek(file.size() - keptLog);
    return log + file.read(keptLog);
}

} // namespace

class PostgresServer::Private
{
public:
    Result<> prepare(Sandbox &sandbox, const PostgresTemplate &from, const Progress &progress);
    Result<> serve(
        SandboxSession &session, const QString &programs, const DatabaseSpec &spec, const Progress &progress);
    Result<> launch(SandboxSession &session, const QString &programs, const DatabaseSpec &spec);
    Result<> awaitReadiness(const DatabaseSpec &spec, const Progress &progress) const;
    [[nodiscard]] QByteArray log() const { return readLog(folder->path() + u"/postgresql/log/server.log"); }

    std::unique_ptr<RunFolder> folder;
    std::unique_ptr<SandboxCommand> command; ///< Ends before its folder goes.
    QString version;
    std::chrono::milliseconds copyTime{};
    std::chrono::milliseconds startTime{};
};

Result<> PostgresServer::Private::prepare(Sandbox &sandbox, const PostgresTemplate &from, const Progress &progress)
{
    QElapsedTimer time;
    time.start();
    auto made = sandbox.makeFolder();
    if (!made)
        return std::unexpected(std::move(made.error()));
    folder = std::move(*made);
    for (const auto &name : {u"postgresql"_s, u"postgresql/log"_s}) {
        if (auto inner = folder->makeFolder(name); !inner)
            return std::unexpected(std::move(inner.error()));
    }
    auto copied = folder->copyIn(from.data, u"postgresql/data"_s, longestCluster, progress);
    copyTime = std::chrono::milliseconds(time.elapsed());
    return copied;
}

Result<> PostgresServer::Private::launch(SandboxSession &session, const QString &programs, const DatabaseSpec &spec)
{
    CommandSpec server{.command = {u"/bin/sh"_s, u"-c"_s, serving, u"postgres"_s, programs, QString::number(spec.port),
                           spec.user, spec.database},
        .folder = u"/"_s,
        .environment = {{u"PGPASSWORD"_s, spec.password}, {u"PGCONNECT_TIMEOUT"_s, u"5"_s}},
        .binds = {{.outside = folder->path() + u"/postgresql"_s, .inside = u"/var/lib/postgresql"_s, .writable = true}},
        .seesWorkspace = false,
        .limits = serverLimits()};
    auto started = session.start(server);
    if (!started)
        return std::unexpected(std::move(started.error()));
    command = std::move(*started);
    return {};
}

Result<> PostgresServer::Private::awaitReadiness(const DatabaseSpec &spec, const Progress &progress) const
{
    QElapsedTimer time;
    time.start();
    while (!command->output().contains(readiness)) {
        if (progress.isCancelled())
            return cancelled();
        const bool hasEnded = command->wait(std::chrono::milliseconds(5), progress);
        if (!hasEnded && time.durationElapsed() < longestStart)
            continue;
        command->stop();
        const auto said = QString::fromUtf8(command->output() + log());
        if (said.contains(u"Address already in use"))
            return failure(ErrorKind::Busy,
                u"PostgreSQL did not start: port %1 is taken inside the sandbox."_s.arg(spec.port), said);
        return failure(ErrorKind::Internal, u"PostgreSQL did not start: %1"_s.arg(command->report().message), said);
    }
    return {};
}

Result<> PostgresServer::Private::serve(
    SandboxSession &session, const QString &programs, const DatabaseSpec &spec, const Progress &progress)
{
    QElapsedTimer time;
    time.start();
    if (auto launched = launch(session, programs, spec); !launched)
        return launched;
    if (auto ready = awaitReadiness(spec, progress); !ready)
        return ready;
    startTime = std::chrono::milliseconds(time.elapsed());
    const auto beginning = QString::fromUtf8(log().left(4096));
    static const QRegularExpression named(u"starting (PostgreSQL [0-9]+(?:\\.[0-9]+)*)"_s);
    version = named.match(beginning).captured(1);
    return {};
}

Result<std::unique_ptr<PostgresServer>> PostgresServer::start(Sandbox &sandbox, SandboxSession &session,
    const QString &cacheFolder, const DatabaseSpec &spec, const Progress &progress)
{
    const auto programs = postgresPrograms();
    if (!programs)
        return std::unexpected(programs.error());
    Result<> ready;
    // A second time with a new template: the first one may be damaged in ways that its sizes do not tell.
    for (int tries = 0; tries < 2; ++tries) {
        auto d = std::make_unique<Private>();
        {
            const auto from = postgresTemplate(sandbox, *programs, cacheFolder, spec, progress);
            if (!from)
                return std::unexpected(from.error());
            if (auto prepared = d->prepare(sandbox, *from, progress); !prepared)
                return std::unexpected(std::move(prepared.error()));
        }
        ready = d->serve(session, *programs, spec, progress);
        if (ready)
            return std::unique_ptr<PostgresServer>(new PostgresServer(std::move(d)));
        if (ready.error().kind != ErrorKind::Internal)
            break;
        forgetPostgresTemplate(*programs, cacheFolder, spec);
    }
    return std::unexpected(std::move(ready.error()));
}

PostgresServer::PostgresServer(std::unique_ptr<Private> made)
    : d(std::move(made))
{ }

PostgresServer::~PostgresServer() = default;

QString PostgresServer::version() const
{
    return d->version;
}

QByteArray PostgresServer::log() const
{
    return d->log();
}

bool PostgresServer::isRunning()
{
    return d->command->isRunning();
}

std::chrono::milliseconds PostgresServer::copyTime() const
{
    return d->copyTime;
}

std::chrono::milliseconds PostgresServer::startTime() const
{
    return d->startTime;
}

} // namespace Decayscope
