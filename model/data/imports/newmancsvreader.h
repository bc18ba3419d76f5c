// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conduitsuite.h"
#include "newmanreading.h"

namespace Decayscope {

/// Reads the CSV report of newman-reporter-csv 1.3. The counts are the report's own, as the study adds them up: a
/// missing or unreadable one is 0. A report that is cut counts as it stands, with a warning. `suite` is the one that
/// was run, for names that hold commas and for what is missing; empty where it is not known.
[[nodiscard]] NewmanReading readNewmanCsv(
    QByteArrayView bytes, const std::vector<SuiteRequest> &suite = conduitSuite());

} // namespace Decayscope
