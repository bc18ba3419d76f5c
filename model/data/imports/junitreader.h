// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "newmanreading.h"

namespace Decayscope {

/// Reads a JUnit report, one request a test suite, with the messages of failed cases. Newman's merges the iterations of
/// a request and its assertions of one name, and a later pass hides an earlier failure: a warning says so. A document
/// type, which could define entities, ends the reading.
[[nodiscard]] NewmanReading readJunit(QByteArrayView bytes);

} // namespace Decayscope
