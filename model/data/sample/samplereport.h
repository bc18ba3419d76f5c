// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sampleanswers.h"

#include <QByteArray>

namespace Decayscope {

/// A report of the behavioural suite in the study's CSV layout: all 32 requests with every assertion.
[[nodiscard]] QByteArray sampleReport(const std::vector<SampleAnswer> &answers);

/// Why the assertions failed that did, in the layout of Newman's JSON report, with nothing else in it.
[[nodiscard]] QByteArray sampleFailureReport(const std::vector<SampleAnswer> &answers);

} // namespace Decayscope
