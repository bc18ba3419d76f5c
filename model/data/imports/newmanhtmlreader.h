// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "newmanreading.h"

namespace Decayscope {

/// Takes the failures out of the page that newman-reporter-html 1.0 writes: its requests in their order, each with the
/// assertions that failed and why, and nothing else. The page is read as text with tags, never shown or run.
[[nodiscard]] NewmanReading readNewmanHtml(QByteArrayView bytes);

} // namespace Decayscope
