// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace Decayscope {

/// One simple command of a shell line: its words without quotes, and the here-document it reads.
struct SimpleCommand
{
    std::vector<QString> words; ///< Redirections are not among them.
    QString script; ///< Body of its here-document; empty where it has none or sends it to a file.

    bool operator==(const SimpleCommand &) const = default;
};

/// The simple commands of a shell text in order, roughly: enough to say what a command is for, not what it does. Looks
/// at the first 64 k characters and gives at most 1,000 commands; time is linear.
[[nodiscard]] std::vector<SimpleCommand> simpleCommands(QStringView text);

} // namespace Decayscope
