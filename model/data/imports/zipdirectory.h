// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "zipentry.h"

#include <functional>

class QFile;

namespace Decayscope {

/// Reads the directory at a zip archive's end (APPNOTE.TXT 4.3.12 to 4.3.16, with its 64-bit form) and hands out each
/// entry as declared there, names byte for byte. Gives false, before anything is handed out or after a part, where
/// there is no whole directory; fails where `visit` does.
[[nodiscard]] Result<bool> readZipDirectory(QFile &file, const std::function<Result<>(const ZipEntry &)> &visit);

} // namespace Decayscope
