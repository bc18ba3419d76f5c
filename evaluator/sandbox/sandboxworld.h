// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bubblewraparguments.h"
#include "controlgroup.h"
#include "diskmeter.h"
#include "runfolder.h"
#include "sandboxnamespace.h"

#include <map>

namespace Decayscope {

class BubblewrapCommand;

/// What the commands of a session share. Outlives the session as long as a command is held.
struct SandboxWorld
{
    QByteArray program; ///< bubblewrap's path.
    SessionSpec spec;
    std::shared_ptr<const SandboxNamespace> space;
    std::unique_ptr<RunFolder> folder; ///< Home, temporary folder and accounts.
    std::unique_ptr<ControlGroup> group; ///< May be null.
    SandboxPlaces places;
    DiskMeter disk;
    std::map<BubblewrapCommand *, ResourceUse> running; ///< What each takes now; CPU time so far.
    ResourceUse use; ///< Peaks, and the CPU time of ended commands.

    /// Notes what a command takes now.
    void note(BubblewrapCommand *command, const ResourceUse &now);
    void forget(BubblewrapCommand *command);

    [[nodiscard]] ResourceUse sum() const; ///< Of what runs now.
    [[nodiscard]] ResourceUse total() const; ///< Since the session was opened.
};

} // namespace Decayscope
