// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox.h"

#include <QList>

namespace Decayscope {

/// What of a session lies on the disk, outside.
struct SandboxPlaces
{
    QString workspace;
    QString home;
    QString temporary;
    QString accounts; ///< Folder with the files of /etc made for the session.
};

/// Descriptors bubblewrap finds open when it starts.
inline constexpr int argumentsDescriptor = 3;
inline constexpr int statusDescriptor = 4;
inline constexpr int filterDescriptor = 5;

/// bubblewrap's options for a command: everything but the command itself.
[[nodiscard]] QList<QByteArray> bubblewrapArguments(
    const SessionSpec &session, const CommandSpec &command, const SandboxPlaces &places);

/// The files of /etc made for a session, by name, such as passwd and hosts; "system-" in front of those for commands
/// that see the network of this system.
[[nodiscard]] std::map<QString, QByteArray> sandboxAccounts(const SessionSpec &session);

} // namespace Decayscope
