// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox.h"

namespace Decayscope {

/// Where a session's folders lie on this system.
struct ContainerFolders
{
    QString home;
    QString temporary;
    QString hosts; ///< The file that becomes /etc/hosts.
};

/// podman or docker, by its command line.
struct ContainerEngine
{
    QString name; ///< "podman" or "docker".
    QString program; ///< Its path.
    QString version;
    bool rootless = false; ///< Whether it works without root's rights.
    int user
        = -1; ///< Whom the files of a run belong to where the engine has root's rights; -1 for this process's user.

    /// The engine's answer. Errors: Refused with its own words, where it does not end well within `time`.
    [[nodiscard]] Result<QByteArray> ask(
        const QStringList &arguments, std::chrono::milliseconds time = std::chrono::seconds(60)) const;

    /// Ends a container at once and takes it away; it may be gone already.
    void remove(const QString &container) const;

    /// Takes away what programs that are gone have left behind.
    void clear() const;

    /// Arguments that start the container whose network a session's commands share; it does nothing.
    [[nodiscard]] QStringList anchorArguments(const QString &container, const SessionSpec &session) const;

    /// Arguments that run a command in a container of its own. Errors: Refused (a path that cannot be said).
    [[nodiscard]] Result<QStringList> commandArguments(const QString &container, const QString &anchor,
        const SessionSpec &session, const CommandSpec &command, const ContainerFolders &folders) const;

private:
    [[nodiscard]] QStringList walls(const QString &container, const SandboxLimits &limits) const;
};

/// Finds the engine on this system and asks it who it is. Errors: NotFound, Refused.
[[nodiscard]] Result<ContainerEngine> findContainerEngine(const QString &name);

} // namespace Decayscope
