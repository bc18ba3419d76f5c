// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turnsource.h>

#include <atomic>

namespace Decayscope::Test {

/// Turns made up in memory. How often each was read is counted.
class MadeUpTurns final : public TurnSource
{
public:
    explicit MadeUpTurns(std::vector<TurnContent> turns);

    int count() const override;
    Turn outline(int index) const override;
    TurnContent turn(int index) const override;
    QByteArray raw(int index) const override;

    mutable std::atomic_int reads = 0;

private:
    std::vector<TurnContent> m_turns;
};

/// Turns by words: "thinking", then "npm test", then what it printed.
TurnContent aPrompt(const QString &text);
TurnContent aCommand(const QString &thought, const QString &command);
TurnContent anOutput(const QString &output, int returnCode = 0);
TurnContent anEdit(const QString &path, const QString &content);

/// `count` lines "line 1", "line 2", …
QString lines(int count);

/// So many turns, commands and outputs in turn, numbered.
std::vector<TurnContent> aRun(int turns, int outputLines);

} // namespace Decayscope::Test
