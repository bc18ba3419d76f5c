// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/turncontent.h>

namespace Decayscope {

/// What the turns of a trajectory say together: how the run ended, and its tokens.
class TurnTally
{
public:
    /// Takes the next turn. `text` is what a reader would search in it.
    void add(const TurnContent &turn, QStringView text);

    /// As the last words on it have it; Unknown where nothing is said.
    [[nodiscard]] Termination end() const { return m_end; }

    /// The sum over the calls of the model; nothing where no turn has any.
    [[nodiscard]] std::optional<TokenCount> tokens() const { return m_tokens; }

    /// As the study infers them where nothing counts them (`method.md`, "Tokens"): every message of the model costs all
    /// messages before it as input and itself as output, a token is four characters, rounded once at the end.
    [[nodiscard]] std::optional<TokenCount> estimatedTokens() const;

    /// Turns of no known kind, or damaged.
    [[nodiscard]] int unknownTurns() const { return m_unknown; }

private:
    void noteEnd(const TurnContent &turn);

    Termination m_end = Termination::Unknown;
    std::optional<TokenCount> m_tokens;
    qint64 m_characters = 0;
    qint64 m_inputCharacters = 0;
    qint64 m_outputCharacters = 0;
    int m_unknown = 0;
};

} // namespace Decayscope
