// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace Decayscope {

/// JSON broken into lines and indented, with nothing else changed, however damaged or deep it is; other bytes as UTF-8.
[[nodiscard]] QString rawText(const QByteArray &raw);

} // namespace Decayscope
