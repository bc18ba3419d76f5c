// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keybindings.h"

#include "settings.h"

namespace Decayscope {

namespace {

const auto noChoice = QStringLiteral("usual");

QByteArray settingName(const CommandRow &row)
{
    return QByteArray("keys/").append(row.id);
}

} // namespace

QList<QKeySequence> KeyBindings::keysOf(const CommandRow &row) const
{
    const auto name = settingName(row);
    const auto chosen = m_settings.value(SettingKey<QString>{name.constData(), noChoice});
    if (chosen == noChoice)
        return commandKeys(row);
    return chosen.isEmpty() ? QList<QKeySequence>() : QKeySequence::listFromString(chosen);
}

bool KeyBindings::isOwn(const CommandRow &row) const
{
    return keysOf(row) != commandKeys(row);
}

std::optional<Command> KeyBindings::holderOf(const QKeySequence &key, Command command) const
{
    for (const auto &row : commandRows()) {
        if (row.command != command && keysOf(row).contains(key))
            return row.command;
    }
    return std::nullopt;
}

std::optional<Command> KeyBindings::choose(Command command, const QList<QKeySequence> &keys)
{
    for (const auto &key : keys) {
        if (const auto holder = holderOf(key, command))
            return holder;
    }
    write(commandRow(command), keys);
    return std::nullopt;
}

std::optional<Command> KeyBindings::reset(Command command)
{
    return choose(command, commandKeys(commandRow(command)));
}

void KeyBindings::write(const CommandRow &row, const QList<QKeySequence> &keys)
{
    const auto name = settingName(row);
    const auto text = keys == commandKeys(row) ? noChoice : QKeySequence::listToString(keys);
    m_settings.set(SettingKey<QString>{name.constData(), noChoice}, text);
}

} // namespace Decayscope
