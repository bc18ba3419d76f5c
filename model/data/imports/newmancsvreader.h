// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "newmanreading.h"

namespace Decayscope {

/// Reads the CSV report of newman-reporter-csv 1.3. The counts are the report's own, as the study adds them up: a
/// missing or unreadable one is 0. A report that is cut counts as it stands, with a warning.
[[nodiscard]] NewmanReading readNewmanCsv(QByteArrayView bytes);

} // namespace Decayscope
