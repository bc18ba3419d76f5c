// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commands.h"

#include <optional>

namespace Decayscope {

class Settings;

/// The keys of every command: the program's own, or those the user chose instead.
class KeyBindings
{
public:
    explicit KeyBindings(Settings &settings)
        : m_settings(settings)
    { }

    [[nodiscard]] QList<QKeySequence> keysOf(const CommandRow &row) const;
    [[nodiscard]] bool isOwn(const CommandRow &row) const; ///< Whether the user chose other keys.

    /// The command, other than `command`, that has a key already.
    [[nodiscard]] std::optional<Command> holderOf(const QKeySequence &key, Command command) const;

    /// Chooses keys for a command; refused, with the command that holds one of them, where they are taken.
    [[nodiscard]] std::optional<Command> choose(Command command, const QList<QKeySequence> &keys);
    /// Gives a command the program's keys again; refused in the same way.
    [[nodiscard]] std::optional<Command> reset(Command command);

private:
    void write(const CommandRow &row, const QList<QKeySequence> &keys);

    Settings &m_settings;
};

} // namespace Decayscope
