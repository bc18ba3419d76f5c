// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace Decayscope {

/// A PDF of Qt's without what the clock put into it: every date becomes the first second of 1970, every id zeros.
/// Places and lengths in the file stay as they are.
[[nodiscard]] QByteArray withoutTimes(QByteArray pdf);

} // namespace Decayscope
