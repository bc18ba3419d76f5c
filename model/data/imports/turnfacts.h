// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsontext.h"

#include <domain/runbundle.h>

#include <QHash>

namespace Decayscope {

/// One call of the model, as a file tells of it apart from the messages.
struct CallUsage
{
    int turn = -1; ///< The first turn the call made: of parallel tool calls only one carries its tokens.
    TokenCount tokens;
    std::optional<double> cost; ///< US dollars.
    std::optional<double> seconds;
};

/// Which scaffold's messages are meant where these have the same shape.
enum class ChatFlavour : quint8 { Mini, SweAgent, Inspect };

/// What a trajectory says outside its turns, as far as reading them needs it.
struct TurnFacts
{
    ChatFlavour flavour = ChatFlavour::Mini;
    QString workingFolder; ///< Every command of Mini-SWE-Agent starts in it; empty where the file does not say.
    QByteArray fence = "bash"; ///< The word behind the three backticks that mark a command.
    QString exitStatus; ///< As the file has it; empty where it does not say.
    int firstPrompt = -1; ///< The first turn of a person; -1 where there is none.
    int lastTurn = -1;
    QHash<QString, CallUsage> usage; ///< By the id of the response or message.
    QByteArrayView text; ///< The trajectory; it outlives the facts.
    QHash<QByteArray, JsonSpan> attachments; ///< Long texts of Inspect's logs, by name: strings in `text`.
};

/// Reads the facts of a stored trajectory. Cost: one look over what lies outside the turns.
[[nodiscard]] TurnFacts turnFactsOf(
    const Document &trajectory, const std::optional<Document> &state, const std::vector<Turn> &turns);

} // namespace Decayscope
