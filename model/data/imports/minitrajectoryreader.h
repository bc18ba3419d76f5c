// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trajectory.h"

namespace Decayscope {

/// Reads `mini/trajectory.json` as the study's wrapper of Mini-SWE-Agent writes it: an object with `status` and the
/// messages under `trajectories`, or the bare list of messages. A file that breaks off gives the messages up to there.
///
/// Tokens are inferred as the study does (`method.md`, "Tokens"): every assistant message costs all messages before it
/// as input and itself as output. A message's tokens are its characters / 4; characters are summed exactly and the sum
/// is divided and rounded once, at the end. No tokens where the file is no JSON.
///
/// `text` must have `spareBytes` of readable memory behind it.
[[nodiscard]] TrajectoryReading readMiniTrajectory(QByteArrayView text, const QString &path);

} // namespace Decayscope
