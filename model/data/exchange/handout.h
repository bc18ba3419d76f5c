// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "handoutfiles.h"
#include "labelfiles.h"

#include <functional>

class QIODevice;

namespace Decayscope {

/// A copy of a sample for one annotator that tells neither who made a run nor what anybody said of it: targets are
/// opaque, there is one stratum, weights are gone, and so is everything the sample was drawn by. Id and hash stay.
/// Errors: NotFound where the sample has no queue of the annotator.
[[nodiscard]] Result<Sample> handoutSample(const Sample &sample, const QString &annotator, const IdentityMask &mask);

/// What the run of an item is called in hand-outs: its task, and a configuration that only numbers it.
[[nodiscard]] LabelTarget handoutTarget(const Sample &sample, int item);

/// The files of an item's run; called once an item, in order.
using FilesOfItem = std::function<Result<std::vector<HandoutFile>>(int item)>;

/// Writes a hand-out: the blind copy of a sample, its codebook, and the masked files of the runs in the annotator's
/// queue. Errors: those of `filesOf`, Unreadable (cannot be written).
[[nodiscard]] Result<> writeHandout(
    QIODevice &device, const Sample &blindSample, const Codebook &codebook, const FilesOfItem &filesOf);

/// Lays the runs of a hand-out out below a folder as a results tree. Errors: as of readLabelFile(), and Unreadable
/// where the folder cannot be written.
[[nodiscard]] Result<> unpackHandout(const QString &path, const QString &folder);

} // namespace Decayscope
