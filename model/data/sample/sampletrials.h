// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <span>

namespace Decayscope {

/// A call the agent tries, and what a working server says.
struct SampleTrial
{
    const char *endpoint;
    QByteArrayView thought;
    QByteArrayView command;
    QByteArrayView answer;
};

[[nodiscard]] std::span<const SampleTrial> sampleTrials();

/// The trial of an endpoint; the first of all where it has none.
[[nodiscard]] const SampleTrial &sampleTrial(QByteArrayView endpoint);

} // namespace Decayscope
