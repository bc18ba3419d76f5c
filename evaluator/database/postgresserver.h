// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <sandbox/runfolder.h>
#include <sandbox/sandbox.h>

#include <chrono>
#include <memory>

namespace Decayscope {

/// What the prompts of the study promise.
struct DatabaseSpec
{
    QString user = QStringLiteral("user");
    QString password = QStringLiteral("password");
    QString database = QStringLiteral("conduit");
    int port = 5432;
};

/// A PostgreSQL server for one run: in a sandbox of its own on the run's network, with a copy of a template cluster,
/// gone when this object is.
class PostgresServer
{
public:
    /// Starts a server and waits until it takes connections. The template is made once a version below `cacheFolder`,
    /// in a sandbox too. Errors: NotFound (no PostgreSQL 16 or newer, naming the remedy), Internal with the server's
    /// log, Busy (the port is taken), Cancelled; those of the sandbox.
    [[nodiscard]] static Result<std::unique_ptr<PostgresServer>> start(Sandbox &sandbox, SandboxSession &session,
        const QString &cacheFolder, const DatabaseSpec &spec, const Progress &progress);
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    [[nodiscard]] QString version() const; ///< Such as "PostgreSQL 17.6".
    [[nodiscard]] QByteArray log() const; ///< What the server said so far; a long log has its middle cut out.

    /// Also drives the server's limits: call it now and then, in the thread that started it.
    [[nodiscard]] bool isRunning();

    /// How long the copy of the template took, and then the start until a connection was answered.
    [[nodiscard]] std::chrono::milliseconds copyTime() const;
    [[nodiscard]] std::chrono::milliseconds startTime() const;

private:
    class Private;
    explicit PostgresServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// The newest installed PostgreSQL of version 16 or later: the folder of its programs. `root` stands before the
/// system's folders. Errors: NotFound.
[[nodiscard]] Result<QString> postgresPrograms(const QString &root = {});

} // namespace Decayscope
