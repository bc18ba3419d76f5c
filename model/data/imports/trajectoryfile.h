// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trajectory.h"
#include "trajectoryhead.h"

namespace Decayscope {

/// Reads a trajectory of any format that one JSON text holds (`trajectoryShapeOf`), except the study's own layout of
/// Mini-SWE-Agent, which has its own reader. Texts of turns are what a reader would search. Where the file does not
/// tell how the run ended or how many tokens it took, its turns do, or it is unknown.
///
/// `path` goes into warnings. `text` must have `spareBytes` of readable memory behind it.
[[nodiscard]] TrajectoryReading readTrajectoryFile(
    const QByteArray &text, const TrajectoryShape &shape, const TrajectoryHead &head, const QString &path);

/// When the run began and with which model, as its first turns say where the head does not.
void completeHead(TrajectoryHead &head, QByteArrayView text, const TrajectoryShape &shape);

} // namespace Decayscope
