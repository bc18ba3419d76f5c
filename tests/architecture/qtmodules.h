// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Decayscope::Test {

/// The Qt module whose header is written that way, such as "QtWidgets" for "QLabel" or "qlabel.h"; empty for no header
/// of Qt. It asks the installed headers.
[[nodiscard]] QString qtModuleOf(const QString &header);

} // namespace Decayscope::Test
