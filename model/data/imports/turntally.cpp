// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turntally.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qint64 charactersPerToken = 4;

qint64 tokensOf(qint64 characters)
{
    return (characters + charactersPerToken / 2) / charactersPerToken;
}

} // namespace

void TurnTally::add(const TurnContent &turn, QStringView text)
{
    m_unknown += turn.isKnown ? 0 : 1;
    if (turn.tokens) {
        auto sum = m_tokens.value_or(TokenCount{});
        sum.input += turn.tokens->input;
        sum.output += turn.tokens->output;
        m_tokens = sum;
    }
    const auto characters = std::ranges::count_if(text, [](QChar c) { return !c.isLowSurrogate(); });
    if (turn.role == TurnRole::Assistant) {
        m_inputCharacters += m_characters;
        m_outputCharacters += characters;
    }
    m_characters += characters;
    noteEnd(turn);
}

void TurnTally::noteEnd(const TurnContent &turn)
{
    if (turn.kind == TurnKind::Finish) {
        m_end = Termination::Submitted;
        return;
    }
    const auto isEnd = turn.name == QLatin1StringView("ConversationErrorEvent")
        || turn.name == QLatin1StringView("agent_state_changed");
    const auto error = isEnd ? turn.textOf(PartKind::Error) : QString();
    if (!error.isEmpty()) {
        const auto isLimit = error.contains(QLatin1StringView("MaxIterations"), Qt::CaseInsensitive)
            || error.contains(QLatin1StringView("maximum iteration"), Qt::CaseInsensitive);
        m_end = isLimit ? Termination::LimitsExceeded : Termination::Error;
    } else if (turn.role == TurnRole::Assistant) {
        m_end = Termination::Unknown; // it went on
    }
}

std::optional<TokenCount> TurnTally::estimatedTokens() const
{
    if (m_outputCharacters == 0)
        return {};
    return TokenCount{.input = tokensOf(m_inputCharacters), .output = tokensOf(m_outputCharacters), .estimated = true};
}

} // namespace Decayscope
