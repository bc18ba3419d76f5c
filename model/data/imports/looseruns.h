// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loosetexts.h"
#include "trajectoryhead.h"

#include <QHash>

namespace Decayscope {

/// Makes runs of what was found outside of a results tree: each its own key, by what the files say of themselves.
class LooseRuns
{
public:
    /// The run of a trajectory, conversation or report; nothing where the text is none of these. Of several with one
    /// key the later count as further trials, with a warning.
    [[nodiscard]] std::optional<PendingRun> runOf(LooseText text);

private:
    [[nodiscard]] PendingRun pending(const TrajectoryHead &head, const LooseText &text, std::vector<RawFile> files);
    [[nodiscard]] std::optional<PendingRun> fromConversation(LooseText text);
    [[nodiscard]] PendingRun fromReport(LooseText text);
    [[nodiscard]] QString numberTrial(RunKey &key);

    QHash<QString, int> m_trials; ///< The next free number, by all else of a key.
    QHash<QString, bool> m_taken;
};

/// "2026-04-01T12-00-00" for milliseconds since 1970, as the study names date folders; "undated" where nothing is
/// known.
[[nodiscard]] QString dateName(std::optional<qint64> time);

} // namespace Decayscope
