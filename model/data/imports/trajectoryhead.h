// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trajectoryshape.h"

#include <domain/run.h>

namespace Decayscope {

/// What a trajectory says of its run as a whole, beside its turns. Everything may be missing.
struct TrajectoryHead
{
    QString scaffold; ///< Such as "mini-swe-agent".
    QString model; ///< Without its provider's name before it.
    QString name; ///< Of the task: instance, sample or session.
    int trial = 0;
    std::optional<qint64> time; ///< Milliseconds since 1970: when it began.
    Termination termination = Termination::Unknown; ///< As far as the file says; else its last turn may.
    std::optional<TokenCount> tokens;
    QByteArray patch; ///< What the agent handed in, where that is a patch.
};

/// Reads the head of a trajectory whose shape is known.
[[nodiscard]] TrajectoryHead trajectoryHeadOf(QByteArrayView text, const TrajectoryShape &shape);

/// The model's name as the study writes it: the last part of "provider/…/model".
[[nodiscard]] QString plainModelName(const QString &name);

/// Whether a text is a patch: so it begins, white space apart.
[[nodiscard]] bool looksLikePatch(QByteArrayView text);

} // namespace Decayscope
