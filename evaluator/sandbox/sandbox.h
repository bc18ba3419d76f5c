// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <base/result.h>
#include <domain/evaluation.h>

#include <QStringList>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Decayscope {

class RunFolder;

/// What the commands of one sandboxed run may use together.
struct SandboxLimits
{
    qint64 memoryBytes = qint64{4} * 1024 * 1024 * 1024; ///< Resident, all processes together.
    int processes = 512; ///< Processes and threads.
    qint64 fileBytes = qint64{1} * 1024 * 1024 * 1024; ///< One file.
    qint64 diskBytes = qint64{6} * 1024 * 1024 * 1024; ///< Everything written.
    qint64 outputBytes
        = qint64{8} * 1024 * 1024; ///< Kept of a command's output: first and last half; the rest is dropped.
    std::chrono::seconds cpu{1200}; ///< All processes together, a command.
    std::chrono::seconds wall{900}; ///< A command.

    bool operator==(const SandboxLimits &) const = default;
};

/// The limits as lines for the record, such as "memory 4 GiB".
[[nodiscard]] QStringList limitTexts(const SandboxLimits &limits);

/// A folder or file of this system shown inside.
struct SandboxBind
{
    QString outside;
    QString inside;
    bool writable = false;

    bool operator==(const SandboxBind &) const = default;
};

/// One run's world, before it exists.
struct SessionSpec
{
    QString
        workspace; ///< Folder outside that becomes /workspace, writable. Made by the caller, thrown away by the caller.
    SandboxLimits limits;
    std::vector<SandboxBind> binds; ///< Beside the system's own folders.
    QStringList hosts{QStringLiteral("postgres")}; ///< Names that mean this sandbox's own loopback.
    std::map<QString, QString> environment; ///< Of every command.
    QString image; ///< For container runtimes; others ignore it.
};

/// Which network a command sees: the sandbox's own loopback and nothing else, or the one of this system.
enum class SandboxNetwork : quint8 { Own, System };

/// One command of a run.
struct CommandSpec
{
    QStringList command; ///< Program and arguments; the program is looked up inside.
    QString folder = QStringLiteral("/workspace"); ///< Working folder, inside.
    std::map<QString, QString> environment; ///< Over the session's.
    SandboxNetwork network = SandboxNetwork::Own;
    std::vector<SandboxBind> binds; ///< Over the session's.
    bool seesWorkspace = true; ///< Else neither workspace nor home are there: for the services beside the server.
    std::optional<SandboxLimits> limits; ///< In place of the session's.
    QByteArray input; ///< Standard input; empty for none.
};

/// Why a command ended.
enum class CommandEnding : quint8 {
    Exited,
    Signalled, ///< Killed from inside, or crashed; known as shells know it, from an exit status of 128 and the number.
    Stopped, ///< By stop(), or because the session closed.
    OutOfMemory,
    TooManyProcesses,
    TooMuchCpu,
    TooLong,
    TooMuchDisk,
    NotStarted
};

struct CommandReport
{
    CommandEnding ending = CommandEnding::NotStarted;
    std::optional<int> exitCode; ///< Where it exited.
    QString message; ///< The ending as a sentence.
    QByteArray output; ///< Both streams as they came; cut as the limits say, with a line telling how much is missing.
    qint64 outputSize = 0; ///< Of all output, in bytes.
    ResourceUse resources;
    qint64 milliseconds = 0;

    [[nodiscard]] bool isSuccess() const { return ending == CommandEnding::Exited && exitCode == 0; }
};

/// A command that was started in a session. Ends with everything it started when it is destroyed. To be used in the
/// thread that started it, which must live as long.
class SandboxCommand
{
public:
    virtual ~SandboxCommand() = default;

    [[nodiscard]] virtual bool isRunning() = 0; ///< Also drives output, limits and end; call it often, or wait.

    /// Waits until it ended, `time` is over or the progress is cancelled; whether it ended.
    virtual bool wait(std::chrono::milliseconds time, const Progress &progress) = 0;

    virtual void stop() = 0; ///< Ends it at once with all it started.

    [[nodiscard]] virtual ResourceUse use() const = 0; ///< So far.
    [[nodiscard]] virtual QByteArray output() const = 0; ///< So far, cut like the report's.
    [[nodiscard]] virtual CommandReport report() const = 0; ///< Complete once it ended.
};

/// The world of one run: a workspace, a home and temporary folder that vanish with it, a network of its own. What runs
/// in it cannot see or touch anything else of this system, and nothing of it is left when the session is destroyed.
class SandboxSession
{
public:
    virtual ~SandboxSession() = default;

    /// Errors: NotFound (the sandbox's program is missing), Internal. A program missing inside is a report, no error.
    /// `watch` hears of output as it comes, in this thread: of as much as the limits keep, the rest is in the report
    /// alone. Returns once the command's world is made, which takes some ten milliseconds. The command ends when the
    /// calling thread does.
    [[nodiscard]] virtual Result<std::unique_ptr<SandboxCommand>> start(
        const CommandSpec &command, std::function<void(QByteArrayView)> watch = {})
        = 0;

    /// Leads a forked process of this system, before its exec, into the session's network. May be empty where servers
    /// are reached through this system's own network.
    [[nodiscard]] virtual std::function<void()> networkEntrance() const = 0;

    /// Where a server listening on `port` inside is reached after the entrance: "http://localhost:8080".
    [[nodiscard]] virtual QString serverUrl(int port) const = 0;

    /// A listening socket on the loopback inside, to be served by this process. Its caller closes it. Errors: Internal,
    /// Busy (the port is taken).
    [[nodiscard]] virtual Result<int> listenInside(int port) = 0;

    [[nodiscard]] virtual ResourceUse use() const = 0; ///< Of all commands together, so far.
};

/// Makes sessions. Thread-safe.
class Sandbox
{
public:
    virtual ~Sandbox() = default;

    [[nodiscard]] virtual QString description() const = 0; ///< Kind and version, such as "bubblewrap 0.12.0".

    /// A new world. Errors: NotFound, Refused (this system does not allow it), Internal; each says what helps.
    [[nodiscard]] virtual Result<std::unique_ptr<SandboxSession>> open(const SessionSpec &spec) = 0;

    /// A new empty folder for a workspace where this sandbox can show it, removed by RunFolder's destructor.
    [[nodiscard]] virtual Result<std::unique_ptr<RunFolder>> makeFolder() = 0;
};

/// Runs a command to its end. As SandboxSession::start(); Cancelled where the progress was.
[[nodiscard]] Result<CommandReport> runCommand(SandboxSession &session, const CommandSpec &command,
    const Progress &progress, std::function<void(QByteArrayView)> watch = {});

} // namespace Decayscope
