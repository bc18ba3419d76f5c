// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace Decayscope {

/// A flat button with a themed icon that is reached by keyboard; `name` is its tool tip and what it is called for
/// people who do not see it.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);

} // namespace Decayscope
