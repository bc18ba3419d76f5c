// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <widgets/pickpopup.h>

namespace Decayscope {

class CommandSet;

/// Finds a command by typing parts of its words, and does it.
class CommandPalette final : public PickPopup
{
    Q_OBJECT

public:
    CommandPalette(const CommandSet &commands, QWidget *window);

protected:
    [[nodiscard]] std::vector<Pick> picksFor(const QString &words) const override;
    void choose(const Pick &pick) override;

private:
    const CommandSet &m_commands;
};

} // namespace Decayscope
