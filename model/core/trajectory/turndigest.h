// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/progress.h>
#include <domain/turnsource.h>

namespace Decayscope {

/// What a list or strip shows of a turn without holding its text.
struct TurnDigest
{
    TurnRole role = TurnRole::Other;
    TurnKind kind = TurnKind::Other;
    QString title; ///< First line of command or text that says something, at most 160 characters.
    int lines = 0; ///< Of all parts as text.
    qint64 characters = 0;
    bool isError = false; ///< Return code other than 0, or an error part.
    bool editsFiles = false; ///< By an editor or a shell command; logs and scratch files do not count.
    bool runsTests = false; ///< Calls a test runner or sends HTTP requests to the server.
    std::optional<int> returnCode;
    std::optional<qint64> time; ///< As in TurnContent.
    std::optional<TokenCount> tokens;
    std::optional<double> cost;
    size_t commandHash = 0; ///< Of the normalised command; 0 where there is none.
    int loop = -1; ///< Index into TrajectoryDigest::loops.

    bool operator==(const TurnDigest &) const = default;
};

/// The agent doing the same again and again.
struct TurnLoop
{
    int first = 0; ///< First and last turn.
    int last = 0;
    int rounds = 0; ///< At least 3.
    int period = 1; ///< Commands in one round.
    QString name; ///< The repeated command or commands, shortened: "npm start", "curl … → sed …".

    bool operator==(const TurnLoop &) const = default;
};

/// The course of a whole trajectory.
struct TrajectoryDigest
{
    std::vector<TurnDigest> turns; ///< As many as the source has.
    std::vector<TurnLoop> loops; ///< By first turn; they do not overlap.

    bool operator==(const TrajectoryDigest &) const = default;
};

[[nodiscard]] TurnDigest digestOf(const TurnContent &turn);

/// Reads all turns, several at a time. Gives an empty digest when cancelled.
[[nodiscard]] TrajectoryDigest digestOf(const TurnSource &turns, const Progress &progress);

} // namespace Decayscope
