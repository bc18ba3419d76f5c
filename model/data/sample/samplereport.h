// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleplan.h"

#include <QByteArray>

namespace Decayscope {

/// A report of the behavioural suite in the study's CSV layout: all 32 requests with every assertion, of which about
/// the run's share pass. A server that never came up fails all of them.
[[nodiscard]] QByteArray sampleReport(const SampleRun &run);

} // namespace Decayscope
