// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace Decayscope {

/// Whether keys with Ctrl, Shift or Alt are kept, too.
enum class KeyReach : quint8 { Plain, Any };

/// From now on these keys are the widget's own while it has the focus, even where they are shortcuts of the window.
void keepKeys(QWidget *widget, const QList<Qt::Key> &keys, KeyReach reach = KeyReach::Plain);

/// Whether an event is the press of one of the keys.
[[nodiscard]] bool isOneOf(const QEvent &event, std::initializer_list<Qt::Key> keys);

} // namespace Decayscope
