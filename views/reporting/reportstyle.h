// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Decayscope {

/// The style sheet of HTML reports: light, dark, narrow, wide and printed.
extern const QByteArrayView reportStyle;

} // namespace Decayscope
