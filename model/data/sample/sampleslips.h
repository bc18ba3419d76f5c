// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "samplecode.h"

namespace Decayscope {

/// A mistake that the agent makes at first and mends itself.
struct SampleSlip
{
    enum class Sign : quint8 { Refused, Trace, WrongName };

    Sign sign = Sign::WrongName;
    QString path;
    QByteArray wrong; ///< Occurs once in the file as it was written first.
    QByteArray right; ///< Stands in its place in the end.
};

/// The slips that fit a project's sources, in the order in which they are found.
[[nodiscard]] std::vector<SampleSlip> sampleSlips(
    const SampleProject &project, const std::vector<SampleSource> &sources);

/// The sources as they were written first.
[[nodiscard]] std::vector<SampleSource> withSlips(
    std::vector<SampleSource> sources, const std::vector<SampleSlip> &slips);

} // namespace Decayscope
