// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>

namespace Decayscope {

class CommandSet;
enum class Command : quint8;
class RunPage;

/// The commands for moving about in one run, for whichever page shows a run: the one for reading, or the one for
/// labelling.
class RunCommands final : public QObject
{
    Q_OBJECT

public:
    /// `page` gives the page in view that shows a run, or null.
    RunCommands(CommandSet &commands, std::function<RunPage *()> page, QObject *parent);

    void refresh(); ///< Enables the commands while there is such a page.

private:
    void connectTurns();
    void connectCode();
    template <typename Act>
    void on(Command command, Act act);

    CommandSet &m_commands;
    std::function<RunPage *()> m_page;
};

} // namespace Decayscope
