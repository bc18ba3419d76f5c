// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turnsource.h>

namespace Decayscope::Test {

/// A trajectory written in a test: `turns.runs("echo x > a").ends(0)`. Every call adds one turn.
class WrittenTurns : public TurnSource
{
public:
    /// The agent runs a command, or says something where it is empty.
    WrittenTurns &runs(const QString &command, const QString &callId = {}, const QString &folder = {});
    /// The result of a command.
    WrittenTurns &ends(std::optional<int> returnCode, const QString &output = {}, const QString &callId = {});
    WrittenTurns &fails(const QString &error, const QString &callId = {});
    /// The agent asks its editor for something.
    WrittenTurns &asks(FileEdit edit, const QString &callId = {});
    /// The editor says what it did.
    WrittenTurns &reports(FileEdit edit, const QString &callId = {});

    [[nodiscard]] int count() const override { return static_cast<int>(m_turns.size()); }
    [[nodiscard]] Turn outline(int index) const override;
    [[nodiscard]] TurnContent turn(int index) const override { return m_turns.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] QByteArray raw(int) const override { return {}; }

private:
    WrittenTurns &add(TurnRole role, TurnPart part);

    std::vector<TurnContent> m_turns;
};

[[nodiscard]] FileEdit content(const QString &path, const QString &after, std::optional<QString> before = {});
[[nodiscard]] FileEdit replacing(const QString &path, const QString &before, const QString &after);

} // namespace Decayscope::Test
