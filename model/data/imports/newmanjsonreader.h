// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "newmanreading.h"

namespace Decayscope {

/// Reads the report of Newman's JSON reporter, one request an execution, with the messages of failed assertions. Each
/// execution is parsed by itself, and the list of failures, which repeats whole folders of the collection, is stepped
/// over. A report that breaks off counts as far as it goes, with a warning.
[[nodiscard]] NewmanReading readNewmanJson(QByteArrayView bytes);

} // namespace Decayscope
